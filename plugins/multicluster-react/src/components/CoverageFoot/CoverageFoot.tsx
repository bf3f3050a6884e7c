import { makeStyles } from '@material-ui/core/styles';
import {
  Coverage,
  CoverageProblem,
} from '@fairway/backstage-plugin-multicluster-common';
import { ReactNode } from 'react';
import { useStateColors } from '../../state';
import { useSentence } from '../../translation';
import { useTimeFormat } from '../Age';
import { StateIcon } from '../StateIcon';
import { useText } from '../../translation/useText';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      alignItems: 'baseline',
      gap: theme.spacing(1.5),
      padding: theme.spacing(1.25, 2.5),
      borderTop: `1px solid ${theme.palette.divider}`,
      fontSize: theme.typography.caption.fontSize,
    },
    // What was read may take several lines; the links stay beside the first of them.
    text: {
      flex: 1,
      minWidth: 0,
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1.5),
      overflowWrap: 'anywhere',
    },
    read: { display: 'inline-flex', alignItems: 'center', gap: 6 },
    actions: { flex: 'none', display: 'flex', gap: theme.spacing(1.5) },
  }),
  { name: 'MulticlusterCoverageFoot' },
);

/** Props of {@link CoverageFoot}. @public */
export interface CoverageFootProps {
  coverage: Coverage;
  /** What `seen` and `total` count. */
  of?: 'clusters' | 'workloads';
  /** Says how much was read, where that is neither. */
  read?(counts: { seen: string; total: string; count: number }): string;
  /** Links on the right. */
  children?: ReactNode;
}

const SHOWN = 2;

/**
 * How much of what is shown was really read, and what was not, with its reason.
 *
 * @public
 */
export function CoverageFoot(props: CoverageFootProps) {
  const { coverage, of = 'clusters', read, children } = props;
  const classes = useStyles();
  const t = useText();
  const quiet = useStateColors().info.text;
  const describe = useProblemText();
  const { seen, total, stale, problems } = coverage;
  const incomplete = total === null || seen < total || problems.length > 0;
  const counts = {
    seen: String(seen),
    total: String(total ?? '?'),
    count: total ?? 0,
  };
  const hidden = problems.slice(SHOWN);
  if (total === 0 && stale === 0 && problems.length === 0 && !children) {
    return null;
  }
  return (
    <footer className={classes.root} style={{ color: quiet }}>
      <div className={classes.text}>
        <span className={classes.read}>
          {incomplete && <StateIcon shape="warn" tone="warn" size={14} />}
          {total !== 0 && (read ? read(counts) : t(`coverage.${of}`, counts))}
        </span>
        {stale > 0 && (
          <span>{t('coverage.stale', { stale: String(stale) })}</span>
        )}
        {problems.slice(0, SHOWN).map(problem => (
          <span key={`${problem.source}/${problem.subject}/${problem.code}`}>
            {describe(problem)}
          </span>
        ))}
        {hidden.length > 0 && (
          <span title={hidden.map(describe).join('\n')}>
            {t('coverage.more', { n: String(hidden.length) })}
          </span>
        )}
      </div>
      {children && <span className={classes.actions}>{children}</span>}
    </footer>
  );
}

function useProblemText(): (problem: CoverageProblem) => string {
  const t = useText();
  const say = useSentence();
  const format = useTimeFormat();
  return problem => {
    const sentence = t('coverage.since', {
      sentence: say(problem.sentence),
      time: format(problem.since),
    });
    // Most sentences name their subject themselves.
    return problem.subject && !sentence.includes(problem.subject)
      ? t('coverage.subject', { subject: problem.subject, sentence })
      : sentence;
  };
}
