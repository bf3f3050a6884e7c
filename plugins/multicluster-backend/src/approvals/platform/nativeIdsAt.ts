import { GatesFacet } from '@fairway/backstage-plugin-multicluster-node';
import { PeopleRule } from '../rules/voters/mapPeople';
import { nativeIdsOf } from './nativeIdsOf';

/**
 * What somebody is called in a source. Where it sends decisions in their name it tells that itself, and no other name counts: a
 * vote under it would be collected and then not taken. Else what the configuration calls people.
 */
export function nativeIdsAt(
  gates: Pick<GatesFacet, 'nameOf'> | undefined,
  rules: readonly PeopleRule[],
  person: { ref: string; groups?: readonly string[]; email?: string },
): string[] {
  const { ref, groups = [], email } = person;
  if (!gates?.nameOf) {
    return nativeIdsOf(rules, ref);
  }
  const name = gates.nameOf({
    userEntityRef: ref,
    ownershipEntityRefs: [ref, ...groups],
    ...(email && { email }),
  });
  return name === undefined ? [] : [name];
}
