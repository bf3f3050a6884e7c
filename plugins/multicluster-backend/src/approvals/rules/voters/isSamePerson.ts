import { Requester } from '@fairway/backstage-plugin-multicluster-common';
import { namesIn } from './namesIn';

/** A user as far as it is known who they are elsewhere. */
export interface KnownPerson {
  /** Full ref, in lower case. */
  user: string;
  email?: string;
  /** What the platform's configuration calls the user in the source. */
  nativeIds: readonly string[];
}

/**
 * Whether a requester is somebody, by any of their names: the user the platform mapped, a name of theirs in the tool, or the
 * address of their profile. A second account that nothing of this joins to them is not recognised.
 */
export function isSamePerson(
  requester: Requester,
  person: KnownPerson,
): boolean {
  if (requester.entityRef?.toLocaleLowerCase('en-US') === person.user) {
    return true;
  }
  const theirs = new Set(
    [...person.nativeIds, ...(person.email ? [person.email] : [])].map(name =>
      name.toLocaleLowerCase('en-US'),
    ),
  );
  return namesIn(requester.nativeId).some(name => theirs.has(name));
}
