import {
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  ClusterFact,
  DerivedPlacement,
  PlacementFact,
} from '@fairway/backstage-plugin-multicluster-node';
import { nameList } from './derive/nameList';
import { BindingNative } from './native/BindingNative';

/**
 * What Karmada will do by itself for a placement while a cluster stays lost.
 *
 * @remarks
 * Karmada adds NoSchedule taints only (since 1.14), which move nothing; a NoExecute taint moves copies only where the
 * controller manager was started with eviction on, which no API tells. So nothing is promised that we cannot see.
 * Divided workloads do not come back after a recovery; duplicated and plain ones do.
 *
 * @internal
 */
export function explainLoss(input: {
  cluster: ClusterFact;
  placement: PlacementFact<BindingNative>;
  derived: DerivedPlacement;
}): Sentence {
  const { placement, derived } = input;
  const { native } = placement;
  const cluster = input.cluster.name;
  const target = derived.targets.find(item => item.cluster === cluster);
  switch (target?.axes.lifecycle) {
    case 'evicting':
      return sentence('placement.loss.evicting', { cluster });
    case 'awaiting-purge':
      return sentence('placement.loss.awaitingPurge', { cluster });
    case 'leaving':
      return sentence('placement.loss.leaving');
    default:
  }
  const own = native.to.some(([name]) => name === cluster);
  if (derived.summary.flags.includes('orphaned') && (own || !native.req)) {
    return sentence('placement.loss.frozen');
  }
  if (placement.dependency || (!own && native.req?.includes(cluster))) {
    return sentence('placement.loss.dependency', {
      parents: nameList(native.by ?? []),
    });
  }
  if (native.noSched) {
    return sentence('placement.loss.noScheduling');
  }
  if (derived.summary.flags.includes('held')) {
    return sentence('placement.loss.held');
  }
  return assigned(input.cluster, native);
}

function assigned(
  { name: cluster, taints }: ClusterFact,
  native: BindingNative,
): Sentence {
  const taint = taints.find(({ effect }) => effect === 'NoExecute')?.key;
  if (taint) {
    return native.div
      ? sentence('placement.loss.evictable', { cluster, taint })
      : sentence('placement.loss.evictableDuplicated', { cluster, taint });
  }
  if (native.spread) {
    return sentence('placement.loss.spread', { cluster });
  }
  return native.div || native.to.length < 2
    ? sentence('placement.loss.stays', { cluster })
    : sentence('placement.loss.staysDuplicated', { cluster });
}
