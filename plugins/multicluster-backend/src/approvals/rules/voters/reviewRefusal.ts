import { ApprovalCode } from '@fairway/backstage-plugin-multicluster-common';
import { RequestRecord } from '../../model/RequestRecord';
import { VoterFacts } from '../quorum/VoterFacts';
import { isEligible } from './isEligible';
import { isSamePerson, KnownPerson } from './isSamePerson';

/**
 * Why somebody may not review what was decided past the rules: they decided it, they wanted the change where duties are
 * separated, or it is none of their business. Who owns it, whose vote would count and whom the policy escalates to may; anybody
 * else would only make it look as if it had been looked at.
 */
export function reviewRefusal(
  request: Pick<RequestRecord, 'policy' | 'requesters'> &
    Required<Pick<RequestRecord, 'breakGlass'>>,
  person: KnownPerson,
  facts: VoterFacts,
): ApprovalCode | undefined {
  const { policy, requesters, breakGlass } = request;
  const { requester, author } = policy.separation;
  const separated = requesters.filter(({ role }) =>
    role === 'trigger' ? requester : author,
  );
  if (
    breakGlass.by === person.user ||
    separated.some(one => isSamePerson(one, person))
  ) {
    return 'IS_REQUESTER';
  }
  const refs = [person.user, ...facts.groupsOf(person.user)];
  return isEligible(policy.require, person.user, facts) ||
    [...facts.owners, ...policy.escalate].some(ref => refs.includes(ref))
    ? undefined
    : 'NOT_ELIGIBLE';
}
