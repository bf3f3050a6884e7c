import { read } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { AggregatedItem } from '../native/BindingNative';
import { UnknownValue } from './UnknownValue';

/** Longest message kept of anything: enough for a person, too short to fill a table. */
const MESSAGE_LENGTH = 512;

/**
 * One item of `status.aggregatedStatus`.
 *
 * @returns undefined when it names no cluster
 * @internal
 */
export function projectAggregatedItem(
  raw: unknown,
  onUnknown?: UnknownValue,
): AggregatedItem | undefined {
  const source = read.record(raw);
  const cluster = read.string(source.clusterName);
  if (!cluster) {
    return undefined;
  }
  const item: AggregatedItem = { c: cluster };
  if (source.applied === true) {
    item.ok = 1;
  } else {
    const message = read.string(source.appliedMessage);
    if (message) {
      item.msg = message.slice(0, MESSAGE_LENGTH);
    }
  }
  if (source.health === 'Healthy') {
    item.h = 'H';
  } else if (source.health === 'Unhealthy') {
    item.h = 'U';
  } else if (
    typeof source.health === 'string' &&
    source.health !== 'Unknown' &&
    source.health !== ''
  ) {
    onUnknown?.('aggregatedStatus.health', source.health);
  }
  if (typeof source.status === 'object' && source.status !== null) {
    readStatus(item, source.status as Record<string, unknown>);
  }
  return item;
}

function readStatus(item: AggregatedItem, status: Record<string, unknown>) {
  item.st = 1;
  const generation = read.count(status.generation);
  const templateGeneration = read.count(status.resourceTemplateGeneration);
  if (templateGeneration) {
    item.g = templateGeneration;
  }
  // A missing observedGeneration is a zero that was omitted; without a generation the kind reflects neither.
  if (
    generation !== undefined &&
    (read.count(status.observedGeneration) ?? 0) < generation
  ) {
    item.lag = 1;
  }
  readCounts(item, status);
  if (Array.isArray(status.conditions)) {
    readEnd(item, status.conditions);
  }
}

function readCounts(item: AggregatedItem, status: Record<string, unknown>) {
  const wanted = read.count(status.desiredNumberScheduled);
  if (wanted !== undefined) {
    item.w = wanted;
  }
  const total =
    read.count(status.replicas) ?? read.count(status.currentNumberScheduled);
  if (total) {
    item.r = total;
  }
  const updated =
    read.count(status.updatedReplicas) ??
    read.count(status.updatedNumberScheduled);
  if (updated) {
    item.u = updated;
  }
  const ready =
    read.count(status.readyReplicas) ?? read.count(status.numberReady);
  if (ready) {
    item.y = ready;
  }
  const available =
    read.count(status.availableReplicas) ?? read.count(status.numberAvailable);
  if (available) {
    item.v = available;
  }
}

/** Karmada has no health model for Jobs and reads a failed one as Healthy; the condition tells. */
function readEnd(item: AggregatedItem, conditions: unknown[]) {
  for (const raw of conditions) {
    const condition = read.record(raw);
    if (condition.status === 'True') {
      if (condition.type === 'Failed') {
        item.end = 'F';
        item.endMsg = [condition.reason, condition.message]
          .filter(part => typeof part === 'string' && part)
          .join(': ')
          .slice(0, MESSAGE_LENGTH);
      } else if (condition.type === 'Complete') {
        item.end = 'C';
      }
    }
  }
}
