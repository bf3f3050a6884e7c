import type { KubeObject } from '../../apiserver/ObjectStore';
import type { Policy } from '../model/Policy';
import { policyRank } from './selectsTemplate';

/**
 * The policy that may claim an object: higher priority, then the more specific selector, then the smaller name
 * (pkg/detector/compare.go). Policies on their way out claim nothing.
 */
export function bestPolicy(
  policies: Policy[],
  template: KubeObject,
): Policy | undefined {
  const [best] = policies
    .filter(policy => !policy.metadata.deletionTimestamp)
    .map(policy => ({
      policy,
      rank: policyRank(
        policy.spec.resourceSelectors,
        template,
        policy.metadata.namespace,
      ),
    }))
    .filter(({ rank }) => rank > 0)
    .sort(
      (left, right) =>
        (right.policy.spec.priority ?? 0) - (left.policy.spec.priority ?? 0) ||
        right.rank - left.rank ||
        (left.policy.metadata.name < right.policy.metadata.name ? -1 : 1),
    );
  return best?.policy;
}
