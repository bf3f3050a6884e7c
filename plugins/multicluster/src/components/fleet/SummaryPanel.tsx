import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  Fleet,
  PlacementSummaryState,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterPagesTranslationRef,
  StateLabel,
} from '@fairway/backstage-plugin-multicluster-react';
import { Panel } from './frame/Panel';
import { PanelBody } from './frame/PanelBody';
import { useFleetLinks } from './frame/useFleetLinks';

const useStyles = makeStyles(
  theme => ({
    row: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'space-between',
      minHeight: 36,
      padding: theme.spacing(0, 2.5),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
    count: {
      fontSize: 16,
      fontWeight: 500,
      fontVariantNumeric: 'tabular-nums',
    },
    // A state nobody is in does not draw the eye; without colour it is as readable as with it.
    quiet: { filter: 'grayscale(1)' },
    none: { color: theme.palette.text.secondary, fontWeight: 400 },
  }),
  { name: 'MulticlusterSummaryPanel' },
);

const states: PlacementSummaryState[] = [
  'unscheduled',
  'degraded',
  'scheduling-suspended',
  'progressing',
  'converged',
];

/** Workloads by what their placement comes to; each count opens the list of those. */
export function SummaryPanel(props: { fleet: Fleet }) {
  const { workloads, coverage } = props.fleet;
  const classes = useStyles();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const links = useFleetLinks();
  const total = states.reduce((sum, state) => sum + (workloads[state] ?? 0), 0);
  if (
    total === 0 &&
    (coverage.total === null || coverage.problems.length > 0)
  ) {
    // Nothing is known to be placed, which is not the same as nothing being placed.
    return null;
  }
  return (
    <Panel
      title={t('fleet.summary.title')}
      aside={<Link to={links.workloads()}>{t('fleet.summary.all')}</Link>}
    >
      {total === 0 ? (
        <PanelBody>{t('fleet.summary.none')}</PanelBody>
      ) : (
        states.map(state => (
          <SummaryRow key={state} state={state} count={workloads[state] ?? 0} />
        ))
      )}
    </Panel>
  );

  function SummaryRow(row: { state: PlacementSummaryState; count: number }) {
    const { state, count } = row;
    const label = t('fleet.summary.show', {
      n: String(count),
      state: t(`state.${state}`),
    });
    return (
      <div className={classes.row}>
        <span className={count > 0 ? undefined : classes.quiet}>
          <StateLabel state={state} />
        </span>
        {count > 0 ? (
          <Link
            className={classes.count}
            to={links.workloads(`status:${state}`)}
            aria-label={label}
          >
            {count.toLocaleString()}
          </Link>
        ) : (
          <span className={`${classes.count} ${classes.none}`}>0</span>
        )}
      </div>
    );
  }
}
