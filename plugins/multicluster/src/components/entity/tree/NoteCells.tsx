import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  multiclusterPagesTranslationRef,
  StateIcon,
  useSentence,
} from '@fairway/backstage-plugin-multicluster-react';
import { TreeRow } from './TreeRow';
import { useTreeStyles } from './useTreeStyles';

/** Why there are no pods below a cluster, or not all of them. @internal */
export function NoteCells(props: { row: TreeRow & { type: 'note' } }) {
  const { note, problem } = props.row;
  const classes = useTreeStyles();
  const say = useSentence();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const text = problem ? say(problem.sentence) : t(`entity.pods.${note}`);
  return (
    <span
      role="gridcell"
      className={`${classes.name} ${classes.quiet}`}
      style={{ gridColumn: '2 / -1', gap: 8 }}
      title={text}
    >
      {note === 'problem' && <StateIcon shape="warn" tone="warn" size={16} />}
      <span className={classes.nameText}>{text}</span>
    </span>
  );
}
