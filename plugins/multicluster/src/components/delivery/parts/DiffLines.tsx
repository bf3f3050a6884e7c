import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { DiffLine } from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterRunsTranslationRef,
  useStateColors,
} from '@fairway/backstage-plugin-multicluster-react';

const SIGNS: Record<DiffLine['change'], string> = {
  same: ' ',
  removed: '-',
  added: '+',
};

const useStyles = makeStyles(
  theme => ({
    lines: {
      margin: theme.spacing(0.5, 0, 1),
      maxHeight: 360,
      overflow: 'auto',
      fontFamily: 'monospace',
      fontSize: theme.typography.caption.fontSize,
      whiteSpace: 'pre',
    },
  }),
  { name: 'MulticlusterDiffLines' },
);

/** Lines of a manifest that differ, each with its sign: a colour alone tells nobody. @internal */
export function DiffLines(props: { name: string; lines: DiffLine[] }) {
  const classes = useStyles();
  const colors = useStateColors();
  const { t } = useTranslationRef(multiclusterRunsTranslationRef);
  const colorOf = {
    same: undefined,
    removed: colors.bad.text,
    added: colors.ok.text,
  };
  return (
    <div
      className={classes.lines}
      role="group"
      aria-label={t('diff.lines', { name: props.name })}
    >
      {props.lines.map(({ change, text }, index) => (
        <div
          key={`${index}/${text}`}
          data-change={change}
          style={{ color: colorOf[change] }}
        >
          {`${SIGNS[change]} ${text}`}
        </div>
      ))}
    </div>
  );
}
