import {
  ApprovalCode,
  ApprovalSubject,
  Requester,
} from '@fairway/backstage-plugin-multicluster-common';
import { ApprovalPolicy } from '../../model/ApprovalPolicy';

/** Parts that a tool could tell; it never shows what it renders before it has applied it. */
const TOLD = ['commit', 'images', 'targets'] as const;

/** Why a policy lets nobody vote on what a run is about: too little is known of it, or of who wrote it. */
export function subjectRefusal(
  policy: Pick<ApprovalPolicy, 'subject' | 'separation'>,
  subject: ApprovalSubject,
  requesters: readonly Requester[],
): ApprovalCode | undefined {
  if (policy.subject.complete && TOLD.some(part => subject[part] === null)) {
    return 'SUBJECT_INCOMPLETE';
  }
  if (
    policy.subject.unpinned === 'refuse' &&
    subject.images?.some(({ unpinned }) => unpinned)
  ) {
    return 'SUBJECT_UNPINNED';
  }
  return isAuthorUnknown(policy, requesters) ? 'AUTHOR_UNKNOWN' : undefined;
}

/** Whoever wrote it may be whoever votes, and nobody can tell: not named at all, or by a name that is nobody's. */
function isAuthorUnknown(
  { separation }: Pick<ApprovalPolicy, 'separation'>,
  requesters: readonly Requester[],
): boolean {
  if (!separation.author || separation.unmappedAuthor !== 'block') {
    return false;
  }
  const authors = requesters.filter(({ role }) => role !== 'trigger');
  return (
    !authors.some(({ role }) => role === 'author') ||
    authors.some(({ entityRef }) => !entityRef)
  );
}
