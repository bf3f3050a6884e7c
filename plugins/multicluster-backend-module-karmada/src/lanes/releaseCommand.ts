import { PolicyFact } from '@fairway/backstage-plugin-multicluster-node';
import { policyResource } from './policyResource';

/**
 * What releases a policy by hand, for whoever finds it held while the portal is away.
 *
 * @internal
 */
export function releaseCommand(
  policy: Pick<PolicyFact, 'kind' | 'namespace' | 'name'>,
): string {
  const { resource } = policyResource(policy);
  const scope = policy.namespace ? ` -n ${policy.namespace}` : '';
  return `kubectl patch ${resource} ${policy.name}${scope} --type=merge -p '{"spec":{"suspension":null}}'`;
}
