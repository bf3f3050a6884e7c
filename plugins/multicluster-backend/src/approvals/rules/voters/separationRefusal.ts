import {
  ApprovalCode,
  Requester,
} from '@fairway/backstage-plugin-multicluster-common';
import { ApprovalPolicy } from '../../model/ApprovalPolicy';
import { isSamePerson, KnownPerson } from './isSamePerson';

/**
 * Why duties that are separated keep somebody from deciding: they asked for the change, or wrote it. An author whom nobody in the
 * catalog is, or a person who asked for it and is not known, blocks everybody where the policy says so, because any of them may
 * be that person.
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
  if (separation.author && wrote.some(one => isSamePerson(one, person))) {
    return 'IS_AUTHOR';
  }
  const separated = [
    ...(separation.requester
      ? asked.filter(({ kind }) => kind === 'user')
      : []),
    ...(separation.author
      ? wrote.filter(({ kind }) => kind !== 'service')
      : []),
  ];
  return separation.unmappedAuthor === 'block' &&
    separated.some(({ entityRef }) => !entityRef)
    ? 'AUTHOR_UNKNOWN'
    : undefined;
}
