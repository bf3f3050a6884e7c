import { read } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { BindingNative } from '../native/BindingNative';
import { UnknownValue } from './UnknownValue';

type Division = Pick<BindingNative, 'div' | 'wt' | 'spread'>;

/**
 * How a placement divides copies. A `replicaScheduling` outside `placement` never gets here: a real API server prunes
 * it, and what is stored divides nothing.
 *
 * @internal
 */
export function projectPlacement(
  placement: Record<string, unknown>,
  onUnknown?: UnknownValue,
): Division {
  const result: Division = {};
  const scheduling = read.record(placement.replicaScheduling);
  const type = read.string(scheduling.replicaSchedulingType);
  if (type === 'Divided') {
    Object.assign(result, divided(scheduling, onUnknown));
  } else if (type && type !== 'Duplicated') {
    onUnknown?.('replicaSchedulingType', type);
  }
  for (const raw of read.list(placement.spreadConstraints)) {
    if ((read.number(read.record(raw).minGroups) ?? 0) > 1) {
      result.spread = true;
    }
  }
  return result;
}

function divided(
  scheduling: Record<string, unknown>,
  onUnknown?: UnknownValue,
): Division {
  const preference = read.string(scheduling.replicaDivisionPreference);
  if (preference === 'Aggregated') {
    return { div: 'aggregated' };
  }
  if (preference && preference !== 'Weighted') {
    onUnknown?.('replicaDivisionPreference', preference);
    return { div: 'divided' };
  }
  const weights = read.record(scheduling.weightPreference);
  if (read.string(weights.dynamicWeight)) {
    return { div: 'dynamic' };
  }
  const list = read.list(weights.staticWeightList);
  if (list.length === 0) {
    return { div: 'weighted' };
  }
  const numbers = list.map(item => read.number(read.record(item).weight));
  // One entry may match many clusters by label; only entries of one named cluster each can be read as a ratio.
  const named = list.every(
    item =>
      read.strings(read.record(read.record(item).targetCluster).clusterNames)
        .length === 1,
  );
  return named && list.length <= 8 && numbers.every(n => n !== undefined)
    ? { div: 'static', wt: numbers.join(':') }
    : { div: 'weighted' };
}
