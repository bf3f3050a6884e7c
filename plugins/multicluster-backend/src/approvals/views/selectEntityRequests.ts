import { Knex } from 'knex';
import { ScopeRequest } from '../../views/promotion/ScopeRequest';
import { ApprovalPolicy } from '../model/ApprovalPolicy';
import { RequestDetail } from '../model/RequestRecord';
import { requiredOf } from '../rules/policy/requiredOf';
import { windowStateAt } from '../rules/windows/windowStateAt';
import { ApprovalClock } from '../store/DatabaseClock';
import { ofColumn } from '../store/ofColumn';
import { Row } from '../store/Row';

const { text, json } = ofColumn;
/** Of one entity. More of them say nothing more of why it does not move. */
const MOST = 100;
const COLUMNS = [
  'id',
  'kind',
  'state',
  'environment',
  'title',
  'run_key',
  'gate_id',
  'delivery',
  'detail',
  'policy',
].map(name => `r.${name}`);

/**
 * Requests about an entity that wait for people or for their time, oldest first, in two statements. Those that belong to no
 * environment, and those that are on their way, are left out.
 */
export async function selectEntityRequests(
  knex: Knex,
  clock: ApprovalClock,
  entityRef: string,
): Promise<ScopeRequest[]> {
  const rows: Row[] = await knex('approval_entity as own')
    .join('approval_request as r', 'r.id', 'own.request_id')
    .where('own.entity_ref', entityRef)
    .whereNull('r.closed_at')
    .whereIn('r.state', ['pending', 'held'])
    .orderBy(['r.created_at', 'r.id'])
    .limit(MOST)
    .select(
      ...COLUMNS,
      knex('approval_vote as v')
        .count('*')
        .whereRaw('v.request_id = r.id and v.generation = r.generation')
        .where({ 'v.status': 'counted', 'v.decision': 'approve' })
        .as('received'),
    );
  if (rows.length === 0) {
    return [];
  }
  const now = await clock.now(knex);
  return rows
    .map(row => toScopeRequest(row, now))
    .filter(({ environments }) => environments.length > 0);
}

function toScopeRequest(row: Row, now: number): ScopeRequest {
  const policy = json<ApprovalPolicy>(row.policy)!;
  const detail = json<RequestDetail>(row.detail)!;
  const { gateTitle, environments = [] } = detail;
  const required = requiredOf({ policy, detail });
  const [runKey, gateId] = [text(row.run_key), text(row.gate_id)];
  return {
    id: String(row.id),
    kind: row.kind as ScopeRequest['kind'],
    state: row.state as ScopeRequest['state'],
    // Clusters of no environment are named ''.
    environments: [...new Set([text(row.environment), ...environments])].filter(
      (name): name is string => Boolean(name),
    ),
    title: gateTitle ?? String(row.title),
    ...(runKey && { runKey }),
    ...(gateId && { gateId }),
    delivered: row.delivery !== 'none',
    received: Number(row.received),
    ...('atLeast' in required && { needed: required.atLeast }),
    window: windowStateAt(policy.windows, now),
  };
}
