import {
  Actor,
  ApprovalSubject,
} from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { inList } from '../../../inventory/sql/inList';
import { parseJson } from '../../../util/parseJson';
import { ContentChange } from './ContentChange';
import { ReportedRequest } from './ReportedRequest';

/** Requests that could be about some changes: of the same entities, or of the policies that place them. */
export async function selectReportedRequests(
  knex: Knex,
  changes: readonly ContentChange[],
): Promise<ReportedRequest[]> {
  const refs = [...new Set(changes.flatMap(({ entityRefs }) => entityRefs))];
  const keys = [
    ...new Set(changes.flatMap(({ policyKey }) => policyKey ?? [])),
  ];
  if (changes.length === 0 || refs.length + keys.length === 0) {
    return [];
  }
  const latest = Math.max(...changes.map(({ at }) => at));
  const rows = await knex('approval_request as r')
    .where('r.created_at', '<=', latest)
    .whereNotIn('r.state', ['pending', 'held', 'superseded', 'cancelled'])
    .where(one =>
      one
        .where(inList(knex, 'r.policy_key', keys, 'text'))
        .orWhereIn(
          'r.id',
          knex('approval_entity')
            .where(inList(knex, 'entity_ref', refs, 'text'))
            .where('confirmed', true)
            .select('request_id'),
        ),
    )
    .orderBy('r.created_at', 'desc')
    .select('r.*');
  const ids = rows.map(row => row.id as string);
  const [entities, votes] = await Promise.all([
    knex('approval_entity')
      .where(inList(knex, 'request_id', ids, 'text'))
      .where('confirmed', true)
      .select('request_id', 'entity_ref'),
    knex('approval_vote as v')
      .join('approval_request as r', join =>
        join
          .on('r.id', 'v.request_id')
          .andOn(knex.raw('?? = ??', ['r.generation', 'v.generation'])),
      )
      .where(inList(knex, 'v.request_id', ids, 'text'))
      .where({ 'v.status': 'counted', 'v.decision': 'approve' })
      .orderBy('v.ordinal')
      .select('v.request_id', 'v.voter'),
  ]);
  return rows.map(row =>
    toReported(row, {
      entityRefs: entities
        .filter(entity => entity.request_id === row.id)
        .map(entity => entity.entity_ref),
      voters: votes
        .filter(vote => vote.request_id === row.id)
        .map(vote => vote.voter),
    }),
  );
}

function toReported(
  row: Record<string, string | number | null>,
  more: Pick<ReportedRequest, 'entityRefs' | 'voters'>,
): ReportedRequest {
  const text = (name: string) =>
    typeof row[name] === 'string' ? (row[name] as string) : undefined;
  const moment = (name: string) =>
    row[name] === null ? undefined : Number(row[name]);
  const detail = parseJson<{ exemption?: string }>(text('detail'), {});
  const glass = parseJson<{ by?: string } | undefined>(
    text('break_glass'),
    undefined,
  );
  const voters = [...more.voters, ...(glass?.by ? [glass.by] : [])];
  return {
    id: String(row.id),
    kind: row.kind as ReportedRequest['kind'],
    state: row.state as ReportedRequest['state'],
    decision: text('decision') as ReportedRequest['decision'],
    source: String(row.source),
    policyKey: text('policy_key'),
    environment: text('environment'),
    entityRefs: more.entityRefs,
    subject: parseJson<Pick<ApprovalSubject, 'images' | 'lane'>>(
      text('subject'),
      { images: null, lane: null },
    ),
    enforcement: String(row.enforcement),
    exemption: detail.exemption,
    emergency: glass !== undefined,
    voters: [...new Set(voters)],
    closedBy: parseJson<Actor | undefined>(text('closed_by'), undefined),
    createdAt: Number(row.created_at),
    sealedAt: moment('sealed_at'),
    closedAt: moment('closed_at'),
  };
}
