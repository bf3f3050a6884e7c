import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import {
  workloadCondition,
  WorkloadRow,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterPagesTranslationRef,
  StateIcon,
  StateLabel,
  StateLook,
  summaryState,
  useSentence,
  useStateColors,
} from '@fairway/backstage-plugin-multicluster-react';
import { capitalized } from '../table/capitalized';
import { TwoLines } from '../table/TwoLines';

const useStyles = makeStyles(
  theme => ({
    unplaced: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      fontWeight: 600,
      verticalAlign: 'middle',
    },
  }),
  { name: 'MulticlusterRowState' },
);

const unplacedLook: StateLook = { shape: 'warn', tone: 'warn' };
const unreadLook: StateLook = { shape: 'unknown', tone: 'stale' };

/** What a workload's placement comes to, and the one sentence that says why. */
export function RowState(props: { row: WorkloadRow }) {
  const { summary, lastKnown, unread } = props.row;
  const classes = useStyles();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const say = useSentence();
  const colors = useStateColors();
  const nowhere = unread ? unreadLook : unplacedLook;
  const sentence =
    summary?.sentence &&
    capitalized(
      say(summary.sentence),
      Object.values(summary.sentence.params ?? {}),
    );
  const second =
    sentence ??
    (lastKnown > 0
      ? t('fleet.targets.lastKnown', { n: String(lastKnown) })
      : undefined);
  return (
    <TwoLines
      first={
        summary ? (
          <StateLabel
            state={summaryState(summary)}
            lastKnown={workloadCondition(props.row) === 'last-known'}
          />
        ) : (
          <span
            className={classes.unplaced}
            style={{ color: colors[nowhere.tone].text }}
          >
            <StateIcon {...nowhere} />
            {unread
              ? t('fleet.workloads.unread')
              : t('fleet.workloads.unplaced')}
          </span>
        )
      }
      second={second}
      title={sentence}
    />
  );
}
