import { makeStyles } from '@material-ui/core/styles';
import { Coverage } from '@fairway/backstage-plugin-multicluster-common';
import { StateTone, useStateColors } from '../../state';
import { LiveSnapshot } from '../../store';
import { useAge } from '../Age';
import { useText } from '../../translation/useText';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 6,
      fontSize: theme.typography.caption.fontSize,
      fontVariantNumeric: 'tabular-nums',
      whiteSpace: 'nowrap',
    },
    dot: { width: 8, height: 8, borderRadius: '50%', boxSizing: 'border-box' },
  }),
  { name: 'MulticlusterFreshnessDot' },
);

type FreshnessKind =
  | 'loading'
  | 'live'
  | 'partial'
  | 'stale'
  | 'never'
  | 'error';

const TONES: Record<FreshnessKind, StateTone> = {
  loading: 'stale',
  live: 'ok',
  partial: 'warn',
  stale: 'stale',
  never: 'stale',
  error: 'bad',
};

/** Props of {@link FreshnessDot}. @public */
export interface FreshnessDotProps {
  /** What a hook of an aggregate returned. */
  view: LiveSnapshot<{ coverage?: Coverage }>;
}

/**
 * Whether what is shown is live, and how old it is.
 *
 * @public
 */
export function FreshnessDot(props: FreshnessDotProps) {
  const { view } = props;
  const classes = useStyles();
  const colors = useStateColors();
  const t = useText();
  const kind = freshnessKind(view);
  const age = useAge(kind === 'live' ? view.checkedAt : view.observedAt) ?? '';
  const text = t(
    `freshness.${kind === 'stale' && !age ? 'staleUnknown' : kind}`,
    { age },
  );
  const color = colors[TONES[kind]].text;
  return (
    <span
      className={classes.root}
      style={{ color: colors.info.text }}
      data-freshness={kind}
    >
      <span
        aria-hidden
        className={classes.dot}
        style={{
          border: `2px solid ${color}`,
          backgroundColor: kind === 'live' ? color : undefined,
        }}
      />
      {text}
    </span>
  );
}

function freshnessKind(
  view: LiveSnapshot<{ coverage?: Coverage }>,
): FreshnessKind {
  if (view.status !== 'fresh') {
    return view.status;
  }
  const coverage = view.data?.coverage;
  if (!coverage) {
    return 'live';
  }
  const { seen, stale, total } = coverage;
  if (seen === 0 && total !== 0) {
    return 'never';
  }
  if (stale === 0) {
    return 'live';
  }
  return stale >= seen ? 'stale' : 'partial';
}
