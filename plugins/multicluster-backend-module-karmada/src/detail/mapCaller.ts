import {
  Caller,
  mapGroups,
  mapPerson,
} from '@fairway/backstage-plugin-multicluster-node';
import { ImpersonatedUser } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { IdentitySettings } from '../config';

/**
 * Who a person of the portal is in the clusters, by the platform's configuration alone: nothing that a user can edit has
 * a say. The groups follow the same rules as the name.
 *
 * @returns undefined where reads are made as the credential itself
 * @throws UnmappedCallerError for a person without a value for a placeholder; they are never taken for somebody else
 * @internal
 */
export function mapCaller(
  caller: Caller,
  settings: IdentitySettings,
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
