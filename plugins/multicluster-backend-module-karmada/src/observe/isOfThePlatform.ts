import { WorkloadFact } from '@fairway/backstage-plugin-multicluster-node';
import { runsPods } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { isReservedNamespace } from '../project/isReservedNamespace';

/**
 * What an API server and Karmada keep for themselves is nobody's workload. Neither are the many cluster-scoped objects
 * that no policy claimed: their kind is read because one of them is placed.
 *
 * @internal
 */
export function isOfThePlatform({
  group,
  kind,
  namespace,
  name,
  policyId,
}: WorkloadFact): boolean {
  return (
    !policyId &&
    (isReservedNamespace(namespace) ||
      (namespace === '' && !runsPods(group, kind)) ||
      (kind === 'Service' && namespace === 'default' && name === 'kubernetes'))
  );
}
