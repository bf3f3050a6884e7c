import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { WorkloadRow } from '@fairway/backstage-plugin-multicluster-common';
import {
  multiclusterPagesTranslationRef,
  StateIcon,
  StateLabel,
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
    },
  }),
  { name: 'MulticlusterRowState' },
);

/** What a workload's placement comes to, and the one sentence that says why. */
export function RowState(props: { row: WorkloadRow }) {
  const { summary, lastKnown } = props.row;
  const classes = useStyles();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const say = useSentence();
  const colors = useStateColors();
  const sentence = summary?.sentence && capitalized(say(summary.sentence));
  const second =
    sentence ??
    (lastKnown > 0
      ? t('fleet.targets.lastKnown', { n: String(lastKnown) })
      : undefined);
  return (
    <TwoLines
      first={
        summary ? (
          <StateLabel state={summary.state} />
        ) : (
          <span
            className={classes.unplaced}
            style={{ color: colors.warn.text }}
          >
            <StateIcon shape="warn" tone="warn" />
            {t('fleet.workloads.unplaced')}
          </span>
        )
      }
      second={second}
      title={sentence}
    />
  );
}
