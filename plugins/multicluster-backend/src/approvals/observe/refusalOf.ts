import {
  ApprovalCode,
  ApprovalSubject,
  Requester,
} from '@fairway/backstage-plugin-multicluster-common';
import { ApprovalPolicy } from '../model/ApprovalPolicy';
import { RequestDetail } from '../model/RequestRecord';
import { subjectRefusal } from '../rules/voters/subjectRefusal';

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
  const unfit = subjectRefusal(policy, subject, requesters);
  if (unfit) {
    return unfit;
  }
  const { toolApprovers = [], toolNeeds = 1 } = detail;
  return toolApprovers.length > 0 && toolNeeds > toolApprovers.length
    ? 'TOOL_CANNOT_BE_MET'
    : undefined;
}
