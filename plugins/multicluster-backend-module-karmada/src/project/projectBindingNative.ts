import { read } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import {
  BindingNative,
  BindingTarget,
  EvictionTask,
  SchedulingFailure,
} from '../native/BindingNative';
import { keys } from './keys';
import { projectAggregatedItem } from './projectAggregatedItem';
import { projectEvictionTask, projectPurgeMode } from './projectEvictionTask';
import { projectHold } from './projectHold';
import { projectPlacement } from './projectPlacement';
import { UnknownValue } from './UnknownValue';

/** Kept of a scheduler's message; its first reasons come first. */
const MESSAGE_LENGTH = 1024;

/**
 * The native part of a binding: everything the rules read, and nothing that Karmada re-stamps by itself.
 *
 * @internal
 */
export function projectBindingNative(
  metadata: Record<string, unknown>,
  spec: Record<string, unknown>,
  status: Record<string, unknown>,
  onUnknown?: UnknownValue,
): BindingNative {
  const native: BindingNative = { to: [], agg: [] };
  const labels = read.record(metadata.labels);
  const id = read.string(labels[keys.rbId]) ?? read.string(labels[keys.crbId]);
  if (id) {
    native.id = id;
  }
  if (metadata.deletionTimestamp) {
    native.del = true;
  }
  if (read.string(labels[keys.managedBy])) {
    native.own = true;
  }
  readReplicas(native, spec);
  readTargets(native, spec, onUnknown);
  readSuspension(native, read.record(spec.suspension));
  if (typeof spec.placement === 'object' && spec.placement !== null) {
    native.plc = true;
    const placement = spec.placement as Record<string, unknown>;
    Object.assign(native, projectPlacement(placement, onUnknown));
    readAffinity(native, placement, status);
  }
  const failover = read.record(read.record(spec.failover).cluster);
  if (failover.purgeMode !== undefined) {
    native.fail = projectPurgeMode(failover.purgeMode, onUnknown);
  }
  readStatus(native, spec, status, onUnknown);
  return native;
}

function readReplicas(native: BindingNative, spec: Record<string, unknown>) {
  const replicas = read.count(spec.replicas);
  if (replicas) {
    native.n = replicas;
  }
  if (Array.isArray(spec.components) && spec.components.length > 0) {
    native.comp = spec.components.reduce(
      (sum: number, item) =>
        sum + (read.count(read.record(item).replicas) ?? 0),
      0,
    );
  }
}

function readTargets(
  native: BindingNative,
  spec: Record<string, unknown>,
  onUnknown?: UnknownValue,
) {
  native.to = clustersOf(spec.clusters);
  const required = read.list(spec.requiredBy);
  if (required.length > 0) {
    const clusters = new Set<string>();
    native.by = [];
    for (const item of required) {
      const parent = read.record(item);
      const name = read.string(parent.name);
      if (name) {
        native.by.push(name);
      }
      for (const [cluster] of clustersOf(parent.clusters)) {
        clusters.add(cluster);
      }
    }
    native.req = [...clusters];
  }
  const tasks = read
    .list(spec.gracefulEvictionTasks)
    .map(task => projectEvictionTask(task, onUnknown))
    .filter((task): task is EvictionTask => task !== undefined);
  if (tasks.length > 0) {
    native.ev = tasks;
  }
}

function clustersOf(raw: unknown): BindingTarget[] {
  const targets: BindingTarget[] = [];
  for (const item of read.list(raw)) {
    const cluster = read.record(item);
    const name = read.string(cluster.name);
    if (name) {
      const replicas = read.count(cluster.replicas);
      targets.push(replicas === undefined ? [name] : [name, replicas]);
    }
  }
  return targets;
}

function readSuspension(
  native: BindingNative,
  suspension: Record<string, unknown>,
) {
  const hold = projectHold(suspension);
  if (hold) {
    native.hold = hold;
  }
  if (suspension.scheduling === true) {
    native.noSched = true;
  }
}

function readAffinity(
  native: BindingNative,
  placement: Record<string, unknown>,
  status: Record<string, unknown>,
) {
  const preferred = read.string(
    read.record(read.list(placement.clusterAffinities)[0]).affinityName,
  );
  // The JSON key differs from the Go field's name; it is "Observing" on the wire.
  const used = read.string(status.schedulerObservingAffinityName);
  if (preferred && used && preferred !== used) {
    native.aff = [preferred, used];
  }
}

function readStatus(
  native: BindingNative,
  spec: Record<string, unknown>,
  status: Record<string, unknown>,
  onUnknown?: UnknownValue,
) {
  const placedAt = read.string(status.lastScheduledTime);
  if (placedAt) {
    native.once = true;
  }
  const askedAt = read.string(spec.rescheduleTriggeredAt);
  // Whole seconds: an instant reschedule leaves both equal, and that means done.
  if (askedAt && !(Date.parse(placedAt ?? '') >= Date.parse(askedAt))) {
    native.reb = true;
  }
  for (const item of read.list(status.conditions)) {
    const condition = read.record(item);
    if (condition.type === 'Scheduled') {
      native.sched =
        condition.status === 'False' ? schedulingFailure(condition) : true;
    }
  }
  for (const raw of read.list(status.aggregatedStatus)) {
    const item = projectAggregatedItem(raw, onUnknown);
    if (item) {
      native.agg.push(item);
    }
  }
}

function schedulingFailure(
  condition: Record<string, unknown>,
): SchedulingFailure {
  const at = Date.parse(read.string(condition.lastTransitionTime) ?? '');
  return {
    reason: read.string(condition.reason) ?? 'Unknown',
    msg: (read.string(condition.message) ?? '').slice(0, MESSAGE_LENGTH),
    ...(!Number.isNaN(at) && { at }),
  };
}
