import { WorkloadDetail } from '@fairway/backstage-plugin-multicluster-common';
import { isLastKnown } from '../model/isLastKnown';

/**
 * The nodes of a chain that say what was last heard: clusters that are lost, and the placement that reads well only because
 * of that.
 *
 * @returns ids of nodes
 *
 * @internal
 */
export function lastKnownNodes(detail: WorkloadDetail): Set<string> {
  const { workload, chain } = detail;
  const lost = new Set(
    workload.placement?.targets
      .filter(({ freshness }) => freshness.state === 'last-known')
      .map(({ cluster }) => cluster),
  );
  const placement = isLastKnown(workload);
  return new Set(
    chain.nodes
      .filter(({ kind, cluster }) =>
        kind === 'binding'
          ? placement
          : cluster !== undefined && lost.has(cluster),
      )
      .map(({ id }) => id),
  );
}
