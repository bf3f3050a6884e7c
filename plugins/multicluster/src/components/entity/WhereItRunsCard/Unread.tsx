import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Coverage } from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterReasonsTranslationRef,
  StateIcon,
  useSentence,
} from '@fairway/backstage-plugin-multicluster-react';
import { useRareStyles } from './useRareStyles';

const SHOWN = 3;

/** Nothing could be read, which is not the same as running nowhere. @internal */
export function Unread(props: { coverage: Coverage }) {
  const { problems } = props.coverage;
  const classes = useRareStyles();
  const say = useSentence();
  const { t } = useTranslationRef(multiclusterReasonsTranslationRef);
  return (
    <div className={classes.unplacedRow} role="status" data-match="unread">
      <StateIcon shape="stale" tone="stale" />
      <div>
        <div className={classes.strong}>{t('entity.card.unreadTitle')}</div>
        <div className={classes.quiet}>{t('entity.card.unreadText')}</div>
        {problems.slice(0, SHOWN).map(problem => (
          <div key={`${problem.source}/${problem.subject}/${problem.code}`}>
            {say(problem.sentence)}
          </div>
        ))}
      </div>
    </div>
  );
}
