import { ApprovalState } from '@fairway/backstage-plugin-multicluster-common';
import { RequestRecord } from '../model/RequestRecord';
import { Notice } from './Notice';
import { NoticeFacts } from './NoticeFacts';

const TITLES: Partial<Record<ApprovalState, string>> = {
  applied: 'Approved and applied',
  rejected: 'Rejected',
  external: 'Decided in the tool',
  expired: 'Expired, nobody decided',
  superseded: 'Something newer took its place',
  failed: 'The decision could not be delivered',
};

/** How a request ended, for those who asked and those who voted; what went wrong, for its owners too. */
export function noticesOfEnd(facts: NoticeFacts): Notice[] {
  const { request, votes, owners } = facts;
  const title = TITLES[request.state];
  if (!title) {
    return [];
  }
  const bad = request.state === 'expired' || request.state === 'failed';
  const exempt = request.detail.exemption !== undefined;
  const to = [
    ...request.requesters.flatMap(({ entityRef }) => entityRef ?? []),
    ...votes
      .filter(({ status }) => status === 'counted')
      .map(({ voter }) => voter),
    ...(bad || exempt ? owners : []),
    ...(bad ? request.policy.escalate : []),
  ];
  return [
    {
      key: `${request.id}|${request.state}`,
      to: [...new Set(to)],
      but: [],
      title: `${exempt ? withoutVotes(request) : title}: ${request.title}`,
      ...(request.sentence && { description: request.sentence.text }),
      severity: bad ? 'high' : 'low',
      link: `/multicluster/approvals/${encodeURIComponent(request.id)}`,
      scope: `multicluster:approval:${request.id}`,
    },
  ];
}

function withoutVotes({ detail }: Pick<RequestRecord, 'detail'>): string {
  return detail.exemptionBasis === 'baseline'
    ? 'Released, and nobody approved it here'
    : 'Released without a new approval';
}
