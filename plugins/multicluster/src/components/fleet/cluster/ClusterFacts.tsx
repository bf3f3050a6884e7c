import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { ClusterSummary } from '@fairway/backstage-plugin-multicluster-common';
import { multiclusterPagesTranslationRef } from '@fairway/backstage-plugin-multicluster-react';
import { taintText } from '../clusters/taintText';
import { FactList } from './FactList';

const useStyles = makeStyles(
  {
    mono: {
      fontFamily: '"Roboto Mono", "DejaVu Sans Mono", monospace',
      fontSize: 12,
    },
    taint: { display: 'block' },
  },
  { name: 'MulticlusterClusterFacts' },
);

/** What is known of a cluster. What it does not report is said where a reader would miss it. */
export function ClusterFacts(props: { cluster: ClusterSummary }) {
  const { cluster } = props;
  const { nodes, syncMode, taints, zones } = cluster;
  const classes = useStyles();
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const unknown = t('fleet.cluster.unknown');
  return (
    <FactList
      facts={[
        { name: t('fleet.cluster.controlPlane'), value: cluster.controlPlane },
        { name: t('fleet.cluster.environment'), value: cluster.environment },
        { name: t('fleet.cluster.region'), value: cluster.region },
        { name: t('fleet.cluster.zones'), value: zones.join(', ') },
        { name: t('fleet.cluster.provider'), value: cluster.provider },
        {
          name: t('fleet.cluster.version'),
          value: cluster.kubernetesVersion ?? unknown,
        },
        {
          name: t('fleet.cluster.nodes'),
          value: nodes
            ? t('fleet.cluster.nodesReady', {
                ready: String(nodes.ready),
                total: String(nodes.total),
              })
            : unknown,
        },
        {
          name: t('fleet.cluster.sync'),
          value: syncMode && t(`fleet.cluster.${syncMode}`),
        },
        {
          name: t('fleet.cluster.presence'),
          value: cluster.intermittent
            ? t('fleet.cluster.intermittent')
            : undefined,
        },
        {
          name: t('fleet.cluster.taints'),
          value:
            taints.length === 0
              ? t('fleet.cluster.noTaints')
              : taints.map(taint => (
                  <code
                    key={taintText(taint)}
                    className={`${classes.mono} ${classes.taint}`}
                  >
                    {taintText(taint)}
                  </code>
                )),
        },
        {
          name: t('fleet.cluster.id'),
          value: cluster.clusterUid && (
            <code className={classes.mono}>{cluster.clusterUid}</code>
          ),
        },
      ]}
    />
  );
}
