import type { KubeObject } from '../../apiserver/ObjectStore';
import { StatusError } from '../../apiserver/StatusError';
import type { Binding } from '../model/Binding';
import { formatQuantity, parseQuantity } from '../scheduler/quantity';

/** A FederatedResourceQuota. */
export interface Quota extends KubeObject {
  spec: { overall: Record<string, string> };
  status?: {
    overall?: Record<string, string>;
    overallUsed?: Record<string, string>;
  };
}

/** What the replicas of a binding ask for in all, in thousandths. */
export function bindingUsage(binding: Binding): Map<string, number> {
  const { clusters = [], replicaRequirements } = binding.spec;
  const replicas = clusters.reduce(
    (total, target) => total + (target.replicas ?? 0),
    0,
  );
  return new Map(
    Object.entries(replicaRequirements?.resourceRequest ?? {}).map(
      ([resource, request]) => [resource, parseQuantity(request) * replicas],
    ),
  );
}

/**
 * The rule of the resourcebinding webhook: a binding may not come to ask for more than the quotas of its namespace
 * leave. Throws the webhook's 403.
 */
export function checkQuota(
  quotas: Quota[],
  others: Binding[],
  before: Binding | undefined,
  after: Binding,
): void {
  const asked = bindingUsage(after);
  const held = before ? bindingUsage(before) : new Map<string, number>();
  for (const { metadata, spec } of quotas) {
    for (const [resource, limit] of Object.entries(spec.overall)) {
      const increase = (asked.get(resource) ?? 0) - (held.get(resource) ?? 0);
      const sum = others.reduce(
        (total, binding) => total + (bindingUsage(binding).get(resource) ?? 0),
        asked.get(resource) ?? 0,
      );
      if (increase > 0 && sum > parseQuantity(limit)) {
        throw new StatusError(
          403,
          'QuotaExceeded',
          `admission webhook "resourcebinding.karmada.io" denied the request: FederatedResourceQuota(${
            metadata.namespace
          }/${
            metadata.name
          }) exceeded for resource ${resource}: requested sum ${formatQuantity(
            sum,
          )}, limit ${limit}.`,
        );
      }
    }
  }
}
