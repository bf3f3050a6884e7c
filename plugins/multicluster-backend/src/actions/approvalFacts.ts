import { ApprovalItem } from '@fairway/backstage-plugin-multicluster-common';

/** How long a text of somebody else may be for an agent. */
const MOST = 500;

/** What agents are told of a request. */
export interface ApprovalFacts {
  id: string;
  title: string;
  state: string;
  environment: string;
  entities: string[];
  sentence: string;
  deadline: string;
  link: string;
}

/**
 * A request as agents are told of it: what it is about and how it stands. Texts that people wrote are data and may be anything,
 * so that they are cut and none of them is told as an instruction; comments are left out.
 */
export function approvalFacts(
  { request }: ApprovalItem,
  baseUrl: string,
): ApprovalFacts {
  return {
    id: request.id,
    title: request.title.slice(0, MOST),
    state: request.state,
    environment: request.environment ?? '',
    entities: request.entityRefs,
    sentence: request.sentence.text.slice(0, MOST),
    deadline: request.deadline ?? '',
    link: approvalLink(request.id, baseUrl),
  };
}

/** Where a person decides it. */
function approvalLink(id: string, baseUrl: string): string {
  return `${baseUrl.replace(
    /\/$/,
    '',
  )}/multicluster/approvals/${encodeURIComponent(id)}`;
}
