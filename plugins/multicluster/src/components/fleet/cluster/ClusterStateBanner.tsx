import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { ClusterSummary } from '@fairway/backstage-plugin-multicluster-common';
import {
  Age,
  multiclusterPagesTranslationRef,
  SentenceBanner,
  StateTone,
  useTimeFormat,
} from '@fairway/backstage-plugin-multicluster-react';
import { ClusterStateLabel } from '../clusters/ClusterStateLabel';
import { capitalized } from '../table/capitalized';
import { clusterLook } from '../map/clusterLook';

const useStyles = makeStyles(
  theme => ({
    line: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      fontSize: theme.typography.body2.fontSize,
    },
  }),
  { name: 'MulticlusterClusterStateBanner' },
);

const tones: Record<StateTone, 'bad' | 'warn' | 'hold' | 'run' | 'info'> = {
  ok: 'info',
  run: 'run',
  hold: 'hold',
  warn: 'warn',
  bad: 'bad',
  stale: 'info',
  info: 'info',
};

/** The state of a cluster: quiet while it is ready, else since when it is not and what it said last. */
export function ClusterStateBanner(props: { cluster: ClusterSummary }) {
  const { cluster } = props;
  const { state, since, reason, message } = cluster;
  const classes = useStyles();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const format = useTimeFormat();
  const look = clusterLook(cluster);
  const word = t(`state.${state}`);
  if (state === 'ready') {
    return (
      <div className={classes.line}>
        <ClusterStateLabel cluster={cluster} />
        <Age time={since} />
      </div>
    );
  }
  const lead = t('fleet.cluster.stateSince', {
    state: word,
    since: format(since),
  });
  const why = capitalized(message || reason || '');
  return (
    <SentenceBanner
      tone={tones[look.tone]}
      sentence={why ? `${lead} ${why}` : lead}
    />
  );
}
