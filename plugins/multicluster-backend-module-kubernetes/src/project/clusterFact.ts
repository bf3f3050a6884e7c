import { ClusterFact } from '@fairway/backstage-plugin-multicluster-node';
import { NodeSummary } from './summariseNodes';

/**
 * The one cluster of a source: what the configuration says of it, and what it says of itself. A configured region and uid
 * come first; nodes of several regions say none.
 *
 * @internal
 */
export function clusterFact(
  settings: {
    name: string;
    labels: Record<string, string>;
    region?: string;
    uid?: string;
  },
  details: NodeSummary & { uid?: string; version?: string },
  state: Pick<ClusterFact, 'state' | 'message'>,
): ClusterFact {
  const { name, labels } = settings;
  const { version, nodes, zones = [], regions = [] } = details;
  const uid = settings.uid ?? details.uid;
  const region =
    settings.region ?? (regions.length === 1 ? regions[0] : undefined);
  return {
    type: 'cluster',
    key: name,
    name,
    ...(uid && { clusterUid: uid }),
    ...state,
    ...(version && { kubernetesVersion: version }),
    ...(region && { region }),
    zones,
    labels,
    taints: [],
    ...(nodes && { nodes }),
  };
}
