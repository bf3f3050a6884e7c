import {
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { BindingNative } from '../native/BindingNative';

/**
 * How copies are spread, as stored and as the scheduler did it. Never predicted: ties are broken by the binding's uid.
 *
 * @internal
 */
export function deriveDivision(
  native: BindingNative,
  hasReplicas: boolean,
): Sentence | undefined {
  const count = native.to.length;
  if (count === 0) {
    return undefined;
  }
  if (!hasReplicas) {
    return sentence('placement.division.everywhere', { count });
  }
  if (native.div === 'static' && native.wt) {
    const weights = native.wt;
    // A ratio over clusters that are not all there any more would say something else.
    return weights.split(':').length === count
      ? sentence('placement.division.static', { weights, count })
      : sentence('placement.division.weighted', { count });
  }
  if (native.div) {
    return sentence(`placement.division.${native.div}`, { count });
  }
  const replicas = assigned(native);
  return replicas === 1
    ? sentence('placement.division.eachSingle', { count })
    : sentence('placement.division.each', { replicas, count });
}

/** What the scheduler assigned: while it cannot, a changed template's number is only a wish. */
function assigned({ to, n }: BindingNative): number {
  const [, first] = to[0];
  return first && to.every(([, replicas]) => replicas === first)
    ? first
    : n ?? 0;
}
