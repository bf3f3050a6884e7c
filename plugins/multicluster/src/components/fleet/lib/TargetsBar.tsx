import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { PlacementState } from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterPagesTranslationRef,
  useStateColors,
} from '@fairway/backstage-plugin-multicluster-react';
import { targetSegments } from './targetSegments';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: 3, minWidth: 0 },
    text: {
      fontSize: theme.typography.caption.fontSize,
      fontVariantNumeric: 'tabular-nums',
      color: theme.palette.text.secondary,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    bar: { display: 'flex', gap: 1, height: 6 },
    segment: {
      minWidth: 4,
      '&:first-child': { borderRadius: '3px 0 0 3px' },
      '&:last-child': { borderRadius: '0 3px 3px 0' },
      '&:only-child': { borderRadius: 3 },
    },
  }),
  { name: 'MulticlusterTargetsBar' },
);

/** Props of {@link TargetsBar}. */
export interface TargetsBarProps {
  targets: Partial<Record<PlacementState, number>>;
  /** True: the cluster does not confirm it now. */
  lastKnown?: boolean;
}

/** Targets by state: a bar, worst first, and the worst of it in words. All of it is said in the label. */
export function TargetsBar(props: TargetsBarProps) {
  const { targets, lastKnown } = props;
  const classes = useStyles();
  const colors = useStateColors();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const segments = targetSegments(targets);
  if (segments.length === 0) {
    return <span className={classes.text}>{t('fleet.targets.none')}</span>;
  }
  const words = segments.map(({ count, state }) =>
    t('fleet.targets.item', {
      n: String(count),
      state: t(`state.${state}`).toLocaleLowerCase(),
    }),
  );
  const label = words.join(', ');
  return (
    <div className={classes.root} role="img" aria-label={label} title={label}>
      <span className={classes.text}>{words.slice(0, 2).join(' · ')}</span>
      <span className={classes.bar}>
        {segments.map(({ state, share, tone }) => (
          <span
            key={state}
            className={classes.segment}
            style={{
              flex: `${share} 1 0`,
              background: colors[lastKnown ? 'stale' : tone].text,
            }}
          />
        ))}
      </span>
    </div>
  );
}
