import { PolicyFact } from '@fairway/backstage-plugin-multicluster-node';
import { ResourceCoordinates } from '@fairway/backstage-plugin-multicluster-node/kubernetes';

/** Where policies of a kind are served. @internal */
export function policyResource({
  kind,
}: Pick<PolicyFact, 'kind'>): ResourceCoordinates {
  return {
    group: 'policy.karmada.io',
    version: 'v1alpha1',
    resource:
      kind === 'ClusterPropagationPolicy'
        ? 'clusterpropagationpolicies'
        : 'propagationpolicies',
  };
}
