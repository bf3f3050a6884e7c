import { read } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { CORDON } from './CORDON';

/**
 * All taints of a cluster as they are to be, for a patch that writes the whole list. The others stay to the letter, the times
 * that tolerations count from included.
 *
 * @param taints - `spec.taints` as they are
 * @returns undefined when it is so already
 * @internal
 */
export function cordonedTaints(
  taints: unknown,
  action: 'cordon' | 'uncordon',
): unknown[] | undefined {
  const all = read.list(taints);
  const others = all.filter(item => !isCordon(item));
  const cordoned = others.length < all.length;
  if (action === 'cordon') {
    return cordoned ? undefined : [...all, { ...CORDON }];
  }
  return cordoned ? others : undefined;
}

function isCordon(taint: unknown): boolean {
  const { key, effect } = read.record(taint);
  return key === CORDON.key && effect === CORDON.effect;
}
