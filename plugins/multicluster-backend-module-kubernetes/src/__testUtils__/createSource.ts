import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readCluster } from '../config';
import { connect } from '../connect';
import { KubernetesSource } from '../KubernetesSource';

/** A source as the module would make it of one entry of the configuration, with a clock that is quicker. */
export function createSource(entry: JsonObject): KubernetesSource {
  const config = new ConfigReader(entry);
  const key = 'multicluster.kubernetes.clusters[0]';
  return KubernetesSource.create(
    readCluster(config, key),
    connect(config, key),
    {
      clusterTimings: { probeMs: 200, deadlineMs: 1_000 },
      imageIdTimings: {
        everyMs: 2_000,
        gapMs: 20,
        lookMs: 100,
        backOffMs: 200,
      },
    },
  );
}
