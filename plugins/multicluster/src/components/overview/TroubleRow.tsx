import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { WorkloadRow } from '@fairway/backstage-plugin-multicluster-common';
import {
  Age,
  multiclusterTranslationRef,
  StateIcon,
  stateLook,
  StateLook,
  summaryState,
  useSentence,
  useStateColors,
} from '@fairway/backstage-plugin-multicluster-react';
import { RowReplicas } from '../fleet/workloads/RowReplicas';
import { WorkloadName } from '../fleet/workloads/WorkloadName';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns:
        '18px minmax(120px, 1.2fr) minmax(0, 2fr) 118px 52px',
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: '18px minmax(0, 1fr) auto',
        '& > :nth-child(3)': { gridColumn: '2 / -1', gridRow: 2 },
        '& > :nth-child(4)': { gridColumn: '2 / -1', gridRow: 3 },
      },
      alignItems: 'center',
      gap: theme.spacing(0.5, 1.5),
      padding: theme.spacing(1, 2.5),
      borderTop: `1px solid ${theme.palette.divider}`,
      fontSize: theme.typography.body2.fontSize,
      '&:hover': { background: theme.palette.action.hover },
    },
    state: { fontWeight: 600 },
    why: { color: theme.palette.text.secondary },
    age: { textAlign: 'right' },
  }),
  { name: 'MulticlusterTroubleRow' },
);

const unplacedLook: StateLook = { shape: 'warn', tone: 'warn' };

/** One workload that needs a look: what it is, what is wrong, how many copies are ready, since when. */
export function TroubleRow(props: { row: WorkloadRow }) {
  const { row } = props;
  const { summary, since, sinceAtLeast } = row;
  const classes = useStyles();
  const colors = useStateColors();
  const { t } = useTranslationRef(multiclusterTranslationRef);
  const say = useSentence();
  // It reads well only because nothing was heard since the cluster was lost.
  const lost =
    summary?.state === 'converged' || summary?.state === 'progressing';
  const state = summary && summaryState(summary);
  const look = state ? stateLook(state, lost) : unplacedLook;
  const word = state ? t(`state.${state}`) : t('fleet.workloads.unplaced');
  return (
    <li className={classes.root}>
      <StateIcon shape={look.shape} tone={look.tone} />
      <WorkloadName workload={row} />
      <span>
        <span
          className={classes.state}
          style={{ color: colors[look.tone].text }}
        >
          {lost
            ? t('state.lastKnown', { state: word.toLocaleLowerCase() })
            : word}
        </span>{' '}
        {summary?.sentence && (
          <span className={classes.why}>{say(summary.sentence)}</span>
        )}
      </span>
      {/* Its place is kept where no copies are reported, or what follows would move into it. */}
      <span>
        <RowReplicas row={row} />
      </span>
      <span className={classes.age}>
        <Age time={since} atLeast={sinceAtLeast} />
      </span>
    </li>
  );
}
