import { Caller } from '../../contract';
import { mapGroups } from '../../identity/mapGroups';
import { mapPerson } from '../../identity/mapPerson';
import { ImpersonatedUser } from '../transport/impersonationHeaders';
import { ClusterIdentity } from './ClusterIdentity';

/**
 * Who a person of the portal is in the clusters, by the platform's configuration alone: nothing that a user can edit has
 * a say. The groups follow the same rules as the name.
 *
 * @returns undefined where reads are made as the credential itself
 * @throws UnmappedCallerError for a person without a value for a placeholder; they are never taken for somebody else
 * @public
 */
export function mapCaller(
  caller: Caller,
  settings: ClusterIdentity,
): ImpersonatedUser | undefined {
  const { mode, groups, namespace } = settings;
  if (mode === 'service') {
    return undefined;
  }
  return {
    user: mapPerson(caller, settings),
    groups: groups
      ? mapGroups(caller.ownershipEntityRefs, groups, namespace)
      : [],
  };
}
