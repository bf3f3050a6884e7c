import {
  Caller,
  LaneRequest,
} from '@fairway/backstage-plugin-multicluster-node';
import {
  ClusterIdentity,
  KubernetesError,
  mapCaller,
  reviewAccess,
  WantedAccess,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { KarmadaConnections } from '../connect';
import { policyResource } from './policyResource';

/**
 * Rights that are missing for holding and releasing a policy, as a reader of roles would name them. Asked as whoever would
 * write, from the server itself; without a person only whether anybody may be spoken for.
 *
 * @returns undefined when there is no credential for writes
 * @throws KubernetesError when the server does not answer the question
 * @internal
 */
export async function missingWriteRights(
  { policy, signal, caller }: LaneRequest & { caller?: Caller },
  { act }: Pick<KarmadaConnections, 'act'>,
  identity: ClusterIdentity,
): Promise<string[] | undefined> {
  if (!act) {
    return undefined;
  }
  const namespace = policy.namespace || undefined;
  const { group, resource } = policyResource(policy);
  const wanted: WantedAccess[] = [
    { group, resource, verbs: ['patch'], namespace, name: policy.name },
    {
      group: 'work.karmada.io',
      resource: 'resourcebindings',
      verbs: ['patch'],
      namespace,
    },
  ];
  const impersonate: WantedAccess[] = [
    { group: '', resource: 'users', verbs: ['impersonate'] },
  ];
  if (identity.mode === 'impersonate' && !caller) {
    return named(await reviewAccess(act, impersonate, { signal }));
  }
  const as = caller && mapCaller(caller, identity);
  try {
    return named(await reviewAccess(act, wanted, { as, signal }));
  } catch (error) {
    // The portal itself is refused before the question is looked at.
    if (error instanceof KubernetesError && error.status === 403 && as) {
      return named(impersonate);
    }
    throw error;
  }
}

function named(missing: WantedAccess[]): string[] {
  return missing.map(
    ({ group, resource, verbs }) =>
      `${verbs.join(', ')} ${resource}${group ? `.${group}` : ''}`,
  );
}
