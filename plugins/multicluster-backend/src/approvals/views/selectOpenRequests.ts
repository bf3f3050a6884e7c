import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { ApprovalPolicy } from '../model/ApprovalPolicy';
import { ofColumn } from '../store/ofColumn';
import { Row } from '../store/Row';
import { OpenRequest } from './OpenRequest';
import { selectOwners } from './selectOwners';

const { text, number, json } = ofColumn;

const COLUMNS = [
  'id',
  'kind',
  'title',
  'state',
  'decision',
  'delivery',
  'source',
  'halted',
  'refusal',
  'policy_hash',
  'requesters',
  'identity_mode',
  'change_key',
  'created_at',
  'deadline',
].map(name => `r.${name}`);

/**
 * Open requests, newest first, with what tells who may decide them; everything of a portal that is not drowned.
 *
 * @param query - over `approval_request as r`, narrowed to what may be shown
 */
export async function selectOpenRequests(
  knex: Knex,
  query: Knex.QueryBuilder,
  { user, most }: { user?: string; most: number },
): Promise<OpenRequest[]> {
  const rows: Row[] = await query
    .whereNull('r.closed_at')
    .leftJoin('approval_vote as v', on =>
      on
        .on('v.request_id', 'r.id')
        .andOn('v.generation', 'r.generation')
        .andOnVal('v.status', 'counted')
        .andOnVal('v.voter', user ?? ''),
    )
    .orderBy([
      { column: 'r.created_at', order: 'desc' },
      { column: 'r.id', order: 'desc' },
    ])
    .limit(most)
    .select(
      ...COLUMNS,
      'v.decision as own_vote',
      // Only what is decided as somebody at the tool depends on whom the tool lists.
      knex.raw(
        `case when r.identity_mode = 'impersonated' then r.detail else '{}' end as detail`,
      ),
    );
  const [owners, policies] = await Promise.all([
    selectOwners(
      knex,
      rows.map(row => String(row.id)),
    ),
    selectPolicies(knex, rows),
  ]);
  return rows.flatMap(row => {
    // A policy that was read a moment later may be another one by then; the request is listed the next time.
    const policy = policies.get(String(row.policy_hash));
    return policy ? [toOpenRequest(row, owners(String(row.id)), policy)] : [];
  });
}

/** Policies by their hash. Thousands of requests share a handful, so that of each hash one row is read. */
async function selectPolicies(
  knex: Knex,
  rows: Row[],
): Promise<Map<string, ApprovalPolicy>> {
  const ids = new Map(rows.map(row => [row.policy_hash, String(row.id)]));
  const found: Row[] = await knex('approval_request')
    .where(inList(knex, 'id', ids.values(), 'text'))
    .select('policy_hash', 'policy');
  return new Map(
    found.map(row => [
      String(row.policy_hash),
      json<ApprovalPolicy>(row.policy)!,
    ]),
  );
}

function toOpenRequest(
  row: Row,
  owners: string[],
  policy: ApprovalPolicy,
): OpenRequest {
  return {
    id: String(row.id),
    kind: row.kind as OpenRequest['kind'],
    title: String(row.title),
    state: row.state as OpenRequest['state'],
    decision: text(row.decision) as OpenRequest['decision'],
    delivery: row.delivery as OpenRequest['delivery'],
    source: String(row.source),
    halted: json<OpenRequest['halted']>(row.halted),
    refusal: text(row.refusal) as OpenRequest['refusal'],
    policy,
    requesters: json<OpenRequest['requesters']>(row.requesters)!,
    identityMode: row.identity_mode as OpenRequest['identityMode'],
    detail: json<OpenRequest['detail']>(row.detail)!,
    changeKey: text(row.change_key),
    createdAt: Number(row.created_at),
    deadline: number(row.deadline),
    ownVote: text(row.own_vote) as OpenRequest['ownVote'],
    owners,
  };
}
