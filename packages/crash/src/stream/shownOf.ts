import { ApprovalRequest } from '@fairway/backstage-plugin-multicluster-common';
import { Shown } from '../check/ClientEntry';
import { aboutOf } from './aboutOf';
import { nameOf } from './nameOf';

/** What of a request goes into the log of whoever looks at it. */
export function shownOf(request: ApprovalRequest): Shown & { about: string } {
  const { state, subjectDigest, votes, breakGlass } = request;
  return {
    state,
    about: aboutOf(request),
    subject: subjectDigest,
    ...(breakGlass && { pastRules: nameOf(breakGlass.by) }),
    votes: votes
      .filter(({ status }) => status === 'counted')
      .map(({ voter, decision }) => ({ voter: nameOf(voter), act: decision })),
  };
}
