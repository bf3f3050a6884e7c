import { VoteRecord } from '../model/VoteRecord';
import { remindersDue } from '../rules/remindersDue';
import { sentenceOfShortfall } from '../views/sentenceOfShortfall';
import { Notice } from './Notice';
import { NoticeFacts } from './NoticeFacts';
import { noticesOfEnd } from './noticesOfEnd';
import { votersOfRule } from '../rules/quorum/votersOfRule';

/**
 * What has to be told of a request as it stands, whether or not it was told before. Those who asked for the change are never asked
 * to decide it.
 */
export function noticesOf(facts: NoticeFacts): Notice[] {
  return [
    ...asked(facts),
    ...unsatisfiable(facts),
    ...halted(facts),
    ...voided(facts),
    ...glass(facts),
    ...noticesOfEnd(facts),
  ];
}

function base({
  request,
}: NoticeFacts): Pick<Notice, 'link' | 'scope' | 'but'> {
  return {
    but: [],
    link: `/multicluster/approvals/${encodeURIComponent(request.id)}`,
    scope: `multicluster:approval:${request.id}`,
  };
}

/** Asks once for each generation, and reminds by the share of the time that has passed. */
function asked(facts: NoticeFacts): Notice[] {
  const { request, votes, owners, now } = facts;
  if (request.state !== 'pending' || request.refusal) {
    return [];
  }
  const voted = votes.filter(
    ({ status, generation }) =>
      status === 'counted' && generation === request.generation,
  );
  const percent = remindersDue(request, request.policy.remindAt, now);
  const { id, generation, title, requesters } = request;
  return [
    {
      ...base(facts),
      key: `${id}|${generation}|${percent ? `remind|${percent}` : 'asked'}`,
      to: votersOfRule(request.policy.require, owners),
      but: [
        ...requesters.flatMap(({ entityRef }) => entityRef ?? []),
        ...voted.map(({ voter }) => voter),
      ],
      title: percent
        ? `Still waits for approval: ${title}`
        : `Waits for approval: ${title}`,
      ...(percent && { description: `${percent} % of its time has passed` }),
      severity: percent && percent >= 80 ? 'high' : 'normal',
    },
  ];
}

/** Nobody is asked for what can never have enough votes; whoever could change that is told once. */
function unsatisfiable(facts: NoticeFacts): Notice[] {
  const { request, owners } = facts;
  const { id, generation, title, state, refusal, policy, detail } = request;
  if (state !== 'pending' || refusal !== 'POLICY_UNSATISFIABLE') {
    return [];
  }
  return [
    {
      ...base(facts),
      key: `${id}|${generation}|unsatisfiable`,
      to: [...new Set([...owners, ...policy.escalate])],
      title: `Not enough people could ever approve it: ${title}`,
      description: (detail.missing ?? [])
        .map(missing => sentenceOfShortfall(missing).text)
        .join('; '),
      severity: 'high',
    },
  ];
}

function halted(facts: NoticeFacts): Notice[] {
  const { request, owners } = facts;
  if (request.state !== 'halted' || !request.halted) {
    return [];
  }
  const { sentence } = request.halted;
  const asWell = request.halted.owners;
  return [
    {
      ...base(facts),
      key: `${request.id}|${request.generation}|halted|${request.version}`,
      to: asWell.length > 0 ? asWell : owners,
      title: `Halted, somebody has to say how it goes on: ${request.title}`,
      description: sentence.text,
      severity: 'critical',
    },
  ];
}

/** Each voter is told of the vote that does not count any more, and why. */
function voided(facts: NoticeFacts): Notice[] {
  return facts.votes
    .filter(({ status }) => status === 'void')
    .map(vote => ({
      ...base(facts),
      key: `vote|${vote.id}`,
      to: [vote.voter],
      title: `Your vote does not count any more: ${facts.request.title}`,
      description: whyVoid(vote, facts),
      severity: 'normal' as const,
    }));
}

function whyVoid(
  { generation, reason }: VoteRecord,
  { request }: NoticeFacts,
): string {
  if (reason === 'policy-changed') {
    return 'Its policy has changed, and by the stricter of both you are not among those who decide it';
  }
  return generation < request.generation
    ? 'What is decided about has changed; look again'
    : 'You are not among those who decide it any more';
}

function glass(facts: NoticeFacts): Notice[] {
  const { request, owners, now } = facts;
  const { breakGlass } = request;
  if (!breakGlass) {
    return [];
  }
  const to = [...new Set([...owners, ...request.policy.escalate])];
  const overdue = !breakGlass.reviewedBy && breakGlass.reviewBy <= now;
  return [
    {
      ...base(facts),
      key: `${request.id}|${request.generation}|glass|${breakGlass.reviewBy}`,
      to,
      title: `Decided past the rules: ${request.title}`,
      description: `By ${breakGlass.by}: ${breakGlass.reason}`,
      severity: 'critical',
    },
    ...(overdue
      ? [
          {
            ...base(facts),
            key: `${request.id}|${request.generation}|review|${breakGlass.reviewBy}`,
            to,
            but: [breakGlass.by],
            title: `Nobody has reviewed what was decided past the rules: ${request.title}`,
            severity: 'high' as const,
          },
        ]
      : []),
  ];
}
