import {
  ApprovalCode,
  ApprovalSubject,
  Requester,
} from '@fairway/backstage-plugin-multicluster-common';
import { ApprovalPolicy } from '../model/ApprovalPolicy';
import { RequestDetail } from '../model/RequestRecord';

/** What {@link refusalOf} looks at. */
export interface RefusalFacts {
  policy: ApprovalPolicy;
  /** What the platform or the policy itself has against any vote. */
  platform?: ApprovalCode;
  delivery: 'worker' | 'in-request' | 'none';
  entities: Array<{ confirmed: boolean }>;
  subject: ApprovalSubject;
  requesters: Requester[];
  detail: Pick<RequestDetail, 'toolApprovers' | 'toolNeeds'>;
}

/** Parts that a tool could tell; it never shows what it renders before it has applied it. */
const TOLD = ['commit', 'images', 'targets'] as const;

/** Why nobody may vote on a request of a run, the reason that ends the others first; undefined: votes are collected. */
export function refusalOf(facts: RefusalFacts): ApprovalCode | undefined {
  const { policy, platform, delivery, entities, subject, requesters, detail } =
    facts;
  if (delivery === 'none') {
    return 'DECIDED_IN_TOOL';
  }
  if (platform) {
    return platform;
  }
  if (!entities.some(({ confirmed }) => confirmed)) {
    return 'MATCH_NOT_CONFIRMED';
  }
  if (policy.subject.complete && TOLD.some(part => subject[part] === null)) {
    return 'SUBJECT_INCOMPLETE';
  }
  if (
    policy.subject.unpinned === 'refuse' &&
    subject.images?.some(({ unpinned }) => unpinned)
  ) {
    return 'SUBJECT_UNPINNED';
  }
  if (isAuthorUnknown(policy, requesters)) {
    return 'AUTHOR_UNKNOWN';
  }
  const { toolApprovers = [], toolNeeds = 1 } = detail;
  return toolApprovers.length > 0 && toolNeeds > toolApprovers.length
    ? 'TOOL_CANNOT_BE_MET'
    : undefined;
}

/** Whoever wrote it may be whoever votes, and nobody can tell: not named at all, or by a name that is nobody's. */
function isAuthorUnknown(
  { separation }: ApprovalPolicy,
  requesters: Requester[],
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
