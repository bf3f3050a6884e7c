import {
  ApprovalCode,
  Requester,
} from '@fairway/backstage-plugin-multicluster-common';
import { ApprovalPolicy } from '../../model/ApprovalPolicy';
import { isSamePerson, KnownPerson } from './isSamePerson';

/**
 * Why duties that are separated keep somebody from deciding: they asked for the change, or wrote it. An author whom nobody in the
 * catalog is blocks everybody where the policy says so, because any of them may be the author.
 */
export function separationRefusal(
  separation: ApprovalPolicy['separation'],
  requesters: readonly Requester[],
  person: KnownPerson,
): ApprovalCode | undefined {
  const asked = requesters.filter(({ role }) => role === 'trigger');
  const wrote = requesters.filter(({ role }) => role !== 'trigger');
  if (separation.requester && asked.some(one => isSamePerson(one, person))) {
    return 'IS_REQUESTER';
  }
  if (!separation.author) {
    return undefined;
  }
  if (wrote.some(one => isSamePerson(one, person))) {
    return 'IS_AUTHOR';
  }
  return separation.unmappedAuthor === 'block' &&
    wrote.some(({ entityRef, kind }) => !entityRef && kind !== 'service')
    ? 'AUTHOR_UNKNOWN'
    : undefined;
}
