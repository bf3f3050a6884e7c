import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { ApprovalPolicy } from '../model/ApprovalPolicy';
import { ofColumn } from '../store/ofColumn';
import { Row } from '../store/Row';
import { selectRequestEntities } from '../store/selectRequestEntities';
import { OpenRequest } from './OpenRequest';

const { text, number, json } = ofColumn;

/** Of an open request what is its own: neither what the viewer said to it, nor who owns its entities by now. */
export interface OpenMatter extends Omit<OpenRequest, 'ownVote' | 'owners'> {
  version: number;
}

const COLUMNS = [
  'id',
  'version',
  'kind',
  'title',
  'state',
  'decision',
  'delivery',
  'source',
  'halted',
  'refusal',
  'break_glass',
  'policy_hash',
  'requesters',
  'identity_mode',
  'change_key',
  'environment',
  'policy_key',
  'created_at',
  'deadline',
  'recall_until',
];

/**
 * What tells who may decide requests, as far as they are open.
 *
 * @param which - `ended`: as far as they are not
 */
export async function selectOpenRequests(
  knex: Knex,
  ids: string[],
  which: 'open' | 'ended' = 'open',
): Promise<OpenMatter[]> {
  if (ids.length === 0) {
    return [];
  }
  const rows: Row[] = await knex('approval_request')
    .where(inList(knex, 'id', ids, 'text'))
    .where(query =>
      which === 'open'
        ? query.whereNull('closed_at')
        : query.whereNotNull('closed_at'),
    )
    .select(
      ...COLUMNS,
      // Only what is decided as somebody at the tool depends on whom the tool lists.
      knex.raw(
        `case when identity_mode = 'impersonated' then detail else '{}' end as detail`,
      ),
    );
  const [entitiesOf, policies] = await Promise.all([
    selectRequestEntities(knex, ids),
    selectPolicies(knex, rows),
  ]);
  return rows.flatMap(row => {
    // A policy that was read a moment later may be another one by then; the request is listed the next time.
    const policy = policies.get(String(row.policy_hash));
    const entityRefs = entitiesOf(String(row.id))
      .filter(({ confirmed }) => confirmed)
      .map(({ entityRef }) => entityRef);
    return policy ? [toOpenMatter(row, entityRefs, policy)] : [];
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

function toOpenMatter(
  row: Row,
  entityRefs: string[],
  policy: ApprovalPolicy,
): OpenMatter {
  return {
    id: String(row.id),
    version: Number(row.version),
    entityRefs,
    kind: row.kind as OpenRequest['kind'],
    title: String(row.title),
    state: row.state as OpenRequest['state'],
    decision: text(row.decision) as OpenRequest['decision'],
    delivery: row.delivery as OpenRequest['delivery'],
    source: String(row.source),
    halted: json<OpenRequest['halted']>(row.halted),
    refusal: text(row.refusal) as OpenRequest['refusal'],
    breakGlass: json<OpenRequest['breakGlass']>(row.break_glass),
    policy,
    requesters: json<OpenRequest['requesters']>(row.requesters)!,
    identityMode: row.identity_mode as OpenRequest['identityMode'],
    detail: json<OpenRequest['detail']>(row.detail)!,
    changeKey: text(row.change_key),
    environment: text(row.environment),
    policyKey: text(row.policy_key),
    createdAt: Number(row.created_at),
    deadline: number(row.deadline),
    recallUntil: number(row.recall_until),
  };
}
