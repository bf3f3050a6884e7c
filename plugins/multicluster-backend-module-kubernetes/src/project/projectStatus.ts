import { read } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { WorkloadNative } from '../native/WorkloadNative';

type Json = Record<string, unknown>;
type Status = Omit<WorkloadNative, 'cluster' | 'generation' | 'ids'>;

/** Longest message kept: enough for a person, too short to fill a table. */
const MESSAGE_LENGTH = 512;

/**
 * What a workload says of itself, without any time. Counts that are omitted are zero, for those kinds that count.
 *
 * @internal
 */
export function projectStatus(object: Json, kind: string): Status {
  const spec = read.record(object.spec);
  const status = read.record(object.status);
  const conditions = read.list(status.conditions).map(read.record);
  switch (kind) {
    case 'Deployment':
      return {
        ...behindOf(object, status),
        ...replicasOf(spec, status),
        ...deploymentConditions(conditions),
        ...(spec.paused === true && { paused: true }),
      };
    case 'StatefulSet':
      return { ...behindOf(object, status), ...replicasOf(spec, status) };
    case 'DaemonSet':
      return { ...behindOf(object, status), ...daemonsOf(spec, status) };
    case 'Job':
      return jobOf(spec, conditions);
    default:
      return spec.suspend === true ? { suspended: true } : {};
  }
}

function behindOf(object: Json, status: Json): Pick<Status, 'behind'> {
  const generation = read.count(read.record(object.metadata).generation) ?? 0;
  const observed = read.count(status.observedGeneration) ?? 0;
  return observed < generation ? { behind: { observed } } : {};
}

function replicasOf(spec: Json, status: Json): Status {
  const wanted = read.count(spec.replicas) ?? 1;
  const strategy = read.record(spec.updateStrategy);
  const partition =
    read.count(read.record(strategy.rollingUpdate).partition) ?? 0;
  return {
    wanted,
    ...(strategy.type !== 'OnDelete' && {
      renewed: Math.max(0, wanted - partition),
    }),
    total: read.count(status.replicas) ?? 0,
    updated: read.count(status.updatedReplicas) ?? 0,
    ready: read.count(status.readyReplicas) ?? 0,
    available: read.count(status.availableReplicas) ?? 0,
  };
}

function daemonsOf(spec: Json, status: Json): Status {
  const wanted = read.count(status.desiredNumberScheduled) ?? 0;
  const { type } = read.record(spec.updateStrategy);
  return {
    wanted,
    ...(type !== 'OnDelete' && { renewed: wanted }),
    total: read.count(status.currentNumberScheduled) ?? 0,
    updated: read.count(status.updatedNumberScheduled) ?? 0,
    ready: read.count(status.numberReady) ?? 0,
    available: read.count(status.numberAvailable) ?? 0,
  };
}

function deploymentConditions(conditions: Json[]): Status {
  const find = (type: string) => conditions.find(item => item.type === type);
  const progressing = find('Progressing');
  const failure = find('ReplicaFailure');
  const message = read.string(failure?.message);
  return {
    ...(progressing?.reason === 'ProgressDeadlineExceeded' && {
      stalled: true,
    }),
    ...(progressing?.reason === 'NewReplicaSetAvailable' && { through: true }),
    ...(failure?.status === 'True' &&
      message && { failure: message.slice(0, MESSAGE_LENGTH) }),
  };
}

function jobOf(spec: Json, conditions: Json[]): Status {
  const ended = (type: string) =>
    conditions.find(item => item.type === type && item.status === 'True');
  const failed = ended('Failed');
  if (failed) {
    const message = [failed.reason, failed.message]
      .filter(part => typeof part === 'string' && part)
      .join(': ')
      .slice(0, MESSAGE_LENGTH);
    return { end: 'failed', ...(message && { endMessage: message }) };
  }
  if (ended('Complete')) {
    return { end: 'complete' };
  }
  return spec.suspend === true ? { suspended: true } : {};
}
