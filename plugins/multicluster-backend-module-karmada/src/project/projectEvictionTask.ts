import { read } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { EvictionTask, PurgeMode } from '../native/BindingNative';
import { UnknownValue } from './UnknownValue';

/** `Immediately` and `Graciously` are the names of Karmada 1.18 and older, which stored objects may still hold. */
const purgeModes: Record<string, PurgeMode> = {
  Directly: 'D',
  Immediately: 'D',
  Gracefully: 'G',
  Graciously: 'G',
  Never: 'N',
};

/** A purge mode in our letters; an unset one is graceful. @internal */
export function projectPurgeMode(
  value: unknown,
  onUnknown?: UnknownValue,
): PurgeMode {
  const name = read.string(value);
  if (!name) {
    return 'G';
  }
  if (!Object.hasOwn(purgeModes, name)) {
    onUnknown?.('purgeMode', name);
    return '?';
  }
  return purgeModes[name];
}

/**
 * One of `spec.gracefulEvictionTasks`.
 *
 * @returns undefined when it names no cluster
 * @internal
 */
export function projectEvictionTask(
  raw: unknown,
  onUnknown?: UnknownValue,
): EvictionTask | undefined {
  const source = read.record(raw);
  const cluster = read.string(source.fromCluster);
  if (!cluster) {
    return undefined;
  }
  const task: EvictionTask = {
    c: cluster,
    p: projectPurgeMode(source.purgeMode, onUnknown),
  };
  if (typeof source.suppressDeletion === 'boolean') {
    task.keep = source.suppressDeletion;
  }
  const at = read.string(source.creationTimestamp);
  if (at) {
    task.at = at;
  }
  const grace = read.count(source.gracePeriodSeconds);
  if (grace !== undefined) {
    task.grace = grace;
  }
  const reason = read.string(source.reason);
  if (reason) {
    task.why = reason;
  }
  const message = read.string(source.message);
  if (message) {
    task.msg = message.slice(0, 512);
  }
  return task;
}
