import { ClusterSummary } from '@fairway/backstage-plugin-multicluster-common';
import { ClusterPolicies } from '../platform/ClusterPolicies';
import { Environments } from '../platform/Environments';
import { toIso } from '../toIso';
import { ClusterRecord } from './ClusterRecord';

/** A stored cluster as the API gives it. */
export function toClusterSummary(
  record: ClusterRecord,
  context: { environments: Environments; policies: ClusterPolicies },
): ClusterSummary {
  const { fact } = record;
  const environment = context.environments.of({
    controlPlane: record.controlPlane,
    name: record.name,
    labels: fact?.labels ?? {},
  });
  return {
    controlPlane: record.controlPlane,
    name: record.name,
    ...(record.clusterUid && { clusterUid: record.clusterUid }),
    state: record.state,
    ...(fact?.reason && { reason: fact.reason }),
    ...(fact?.message && { message: fact.message }),
    since: toIso(record.stateSince),
    ...(fact?.kubernetesVersion && {
      kubernetesVersion: fact.kubernetesVersion,
    }),
    ...(fact?.syncMode && { syncMode: fact.syncMode }),
    ...(record.region && { region: record.region }),
    zones: fact?.zones ?? [],
    ...(fact?.provider && { provider: fact.provider }),
    ...(environment && { environment }),
    taints: fact?.taints ?? [],
    ...(fact?.nodes && { nodes: fact.nodes }),
    ...(fact?.capacity && { capacity: fact.capacity }),
    targets: record.targets,
    ...(context.policies.isIntermittent(record) && { intermittent: true }),
  };
}
