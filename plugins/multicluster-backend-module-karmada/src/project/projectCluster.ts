import { ClusterFact } from '@fairway/backstage-plugin-multicluster-node';
import { ClusterTaint } from '@fairway/backstage-plugin-multicluster-common';
import { read } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { projectCapacity } from './projectCapacity';
import { UnknownValue } from './UnknownValue';

/**
 * A Cluster of the aggregated API. Only the condition `Ready` counts: `CompleteAPIEnablements` stays True while the
 * cluster is down, and the summaries keep their last values.
 *
 * @returns undefined for an object without a name
 * @internal
 */
export function projectCluster(
  raw: unknown,
  onUnknown?: UnknownValue,
): ClusterFact | undefined {
  const object = read.record(raw);
  const metadata = read.record(object.metadata);
  const spec = read.record(object.spec);
  const status = read.record(object.status);
  const name = read.string(metadata.name);
  if (!name) {
    return undefined;
  }
  const clusterUid = read.string(spec.id);
  const version = read.string(status.kubernetesVersion);
  const region = read.string(spec.region);
  const provider = read.string(spec.provider);
  const capacity = projectCapacity(status.resourceSummary);
  const zones = read.strings(spec.zones);
  const zone = read.string(spec.zone);
  return {
    type: 'cluster',
    key: name,
    name,
    ...(clusterUid && { clusterUid }),
    ...readiness(metadata, status, onUnknown),
    ...(version && { kubernetesVersion: version }),
    ...syncMode(spec.syncMode, onUnknown),
    ...(region && { region }),
    zones: zones.length === 0 && zone ? [zone] : zones,
    ...(provider && { provider }),
    labels: read.labels(metadata.labels),
    taints: taints(spec.taints),
    ...nodes(status.nodeSummary),
    ...(capacity && { capacity }),
  };
}

type Readiness = Pick<ClusterFact, 'state' | 'reason' | 'message' | 'since'>;

function readiness(
  metadata: Record<string, unknown>,
  status: Record<string, unknown>,
  onUnknown?: UnknownValue,
): Readiness {
  const ready = read
    .list(status.conditions)
    .map(read.record)
    .find(condition => condition.type === 'Ready');
  if (!ready) {
    return metadata.deletionTimestamp
      ? { state: 'leaving' }
      : { state: 'never-reported' };
  }
  const reason = read.string(ready.reason);
  const message = read.string(ready.message);
  const since = read.string(ready.lastTransitionTime);
  const facts = {
    ...(reason && { reason }),
    ...(message && { message: message.slice(0, 512) }),
    ...(since && { since }),
  };
  if (metadata.deletionTimestamp) {
    return { state: 'leaving', ...facts };
  }
  return { state: stateOf(ready.status, reason, onUnknown), ...facts };
}

function stateOf(
  status: unknown,
  reason: string | undefined,
  onUnknown?: UnknownValue,
): Readiness['state'] {
  if (status === 'True') {
    return 'ready';
  }
  switch (reason) {
    case 'ClusterStatusNeverUpdated':
      return 'never-reported';
    case 'ClusterNotReachable':
    case 'ClusterStatusUnknown':
      return 'unreachable';
    case 'ClusterNotReady':
    case 'StatusCollectionFailed':
      return 'not-ready';
    default:
      if (reason) {
        onUnknown?.('cluster.Ready.reason', reason);
      }
      return status === 'Unknown' ? 'unreachable' : 'not-ready';
  }
}

function syncMode(
  value: unknown,
  onUnknown?: UnknownValue,
): Pick<ClusterFact, 'syncMode'> {
  if (value === 'Push') {
    return { syncMode: 'push' };
  }
  if (value === 'Pull') {
    return { syncMode: 'pull' };
  }
  if (typeof value === 'string' && value) {
    onUnknown?.('cluster.syncMode', value);
  }
  return {};
}

function taints(raw: unknown): ClusterTaint[] {
  const result: ClusterTaint[] = [];
  for (const item of read.list(raw)) {
    const taint = read.record(item);
    const key = read.string(taint.key);
    const value = read.string(taint.value);
    const timeAdded = read.string(taint.timeAdded);
    if (key) {
      result.push({
        key,
        ...(value && { value }),
        effect: read.string(taint.effect) ?? 'unknown',
        ...(timeAdded && { timeAdded }),
      });
    }
  }
  return result;
}

/** `readyNum` of zero is omitted by Karmada; a summary without a total says nothing, least of all "0 of 0". */
function nodes(raw: unknown): Pick<ClusterFact, 'nodes'> {
  const summary = read.record(raw);
  const total = read.count(summary.totalNum);
  return total
    ? { nodes: { ready: read.count(summary.readyNum) ?? 0, total } }
    : {};
}
