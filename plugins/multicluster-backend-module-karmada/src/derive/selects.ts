import { WorkloadFact } from '@fairway/backstage-plugin-multicluster-node';
import { ResourceSelector } from '../native/PolicyNative';
import { matchesLabels } from './matchesLabels';

type Selectable = Pick<
  WorkloadFact,
  'group' | 'version' | 'kind' | 'namespace' | 'name' | 'labels'
>;

/**
 * How specifically a policy's selectors match an object: 0 not at all, 1 by kind, 2 by label, 3 by name. Karmada takes
 * the most specific one among policies of equal priority.
 *
 * @param policyNamespace - empty for cluster-scoped policies, which reach every namespace
 * @internal
 */
export function specificity(
  selectors: ResourceSelector[],
  policyNamespace: string,
  workload: Selectable,
): 0 | 1 | 2 | 3 {
  let best: 0 | 1 | 2 | 3 = 0;
  for (const selector of selectors) {
    const match = matchOf(selector, policyNamespace, workload);
    best = match > best ? match : best;
  }
  return best;
}

/** Whether any of the selectors matches. @internal */
export function selects(
  selectors: ResourceSelector[],
  policyNamespace: string,
  workload: Selectable,
): boolean {
  return specificity(selectors, policyNamespace, workload) > 0;
}

function matchOf(
  selector: ResourceSelector,
  policyNamespace: string,
  workload: Selectable,
): 0 | 1 | 2 | 3 {
  const apiVersion = workload.group
    ? `${workload.group}/${workload.version}`
    : workload.version;
  const namespace = policyNamespace || selector.ns;
  if (
    selector.a !== apiVersion ||
    selector.k !== workload.kind ||
    (namespace && namespace !== workload.namespace)
  ) {
    return 0;
  }
  // A name makes Karmada ignore the label selector.
  if (selector.n) {
    return selector.n === workload.name ? 3 : 0;
  }
  if (!selector.l) {
    return 1;
  }
  return matchesLabels(selector.l, workload.labels) ? 2 : 0;
}
