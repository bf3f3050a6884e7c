import {
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  PolicyFact,
  WorkloadFact,
} from '@fairway/backstage-plugin-multicluster-node';
import { specificity } from './derive/selects';
import { PolicyNative } from './native/PolicyNative';
import { isReservedNamespace } from './project/isReservedNamespace';

/**
 * Why no placement refers to a template.
 *
 * @remarks
 * Policies are tried in Karmada's order: those of the namespace before cluster-scoped ones, the higher priority, the more
 * specific selector, the smaller name. This only explains; who owns a placed template is read from its claim, because a
 * better policy does not take over by itself.
 *
 * @internal
 */
export function explainUnplaced(input: {
  workload: WorkloadFact;
  policies: PolicyFact<PolicyNative>[];
}): Sentence {
  const { workload } = input;
  if (workload.deleting) {
    return sentence('placement.unplaced.deleting');
  }
  if (workload.policyId) {
    return sentence('placement.unplaced.claimed', {
      policy: workload.policy
        ? `${workload.policy.kind} ${workload.policy.name}`
        : 'a policy',
    });
  }
  const { namespace } = workload;
  if (isReservedNamespace(namespace)) {
    return sentence('placement.unplaced.reserved', { namespace });
  }
  const policies = input.policies.filter(
    policy => policy.role === 'placement' && !policy.deleting,
  );
  const best = bestPolicy(policies, workload);
  if (best) {
    return sentence(
      best.native.lazy
        ? 'placement.unplaced.lazy'
        : 'placement.unplaced.notYet',
      { policy: titleOf(best) },
    );
  }
  const { kind, name } = workload;
  const nearest = nearestPolicy(policies, workload);
  return nearest
    ? sentence('placement.unplaced.nearest', {
        kind,
        name,
        policy: titleOf(nearest),
      })
    : sentence('placement.unplaced.noPolicy', { kind, name });
}

function titleOf({ kind, name }: PolicyFact): string {
  return `${kind} ${name}`;
}

function bestPolicy(
  policies: PolicyFact<PolicyNative>[],
  workload: WorkloadFact,
): PolicyFact<PolicyNative> | undefined {
  return policies
    .map(policy => ({
      policy,
      match: specificity(policy.native.sel, policy.namespace, workload),
    }))
    .filter(({ match }) => match > 0)
    .sort(
      (a, b) =>
        Number(!a.policy.namespace) - Number(!b.policy.namespace) ||
        (b.policy.native.prio ?? 0) - (a.policy.native.prio ?? 0) ||
        b.match - a.match ||
        (a.policy.name < b.policy.name ? -1 : 1),
    )
    .at(0)?.policy;
}

/** One of the same namespace that selects the same kind, preferring a selector whose name begins alike. */
function nearestPolicy(
  policies: PolicyFact<PolicyNative>[],
  workload: WorkloadFact,
): PolicyFact<PolicyNative> | undefined {
  return policies
    .filter(policy => policy.namespace === workload.namespace)
    .map(policy => ({
      policy,
      likeness: Math.max(
        0,
        ...policy.native.sel
          .filter(selector => selector.k === workload.kind)
          .map(({ n = '' }) => 1 + commonPrefix(n, workload.name)),
      ),
    }))
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness)
    .at(0)?.policy;
}

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) {
    length += 1;
  }
  return length;
}
