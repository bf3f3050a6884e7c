import { Knex } from 'knex';
import { isSqlite } from '../../inventory/sql/isSqlite';
import { Row } from '../store/Row';

/** A step that somebody could take up, as it was when it was looked for. */
export interface DueStep {
  id: string;
  requestId: string;
  fence: number;
}

/** Steps that are over in one way or another; the next of their delivery may begin. */
const FINISHED = ['observed', 'unproven', 'not-needed', 'recalled', 'failed'];
const HANDLED = ['queued', 'waiting', 'leased', 'sent', 'ambiguous'];
/** Only looked at, which no stop of the line keeps anybody from. */
const LOOKED_AT = ['sent', 'ambiguous'];

/**
 * Steps whose time has come: past the recall window, held by nobody, with everything before them done, and in no stop of the line
 * (but for those of passesStops):
 * many of those would fill the limit and keep what is not stopped waiting. Those that wait longest first, so that one that fails
 * again and again keeps nobody waiting.
 */
export async function selectDueSteps(
  knex: Knex,
  now: number,
  limit: number,
): Promise<DueStep[]> {
  const rows: Row[] = await knex('approval_step as s')
    .join('approval_delivery as d', 'd.id', 's.delivery_id')
    .join('approval_request as r', 'r.id', 's.request_id')
    .whereIn('s.state', HANDLED)
    .whereIn('d.state', ['queued', 'delivering'])
    .where('d.not_before', '<=', now)
    .where(query =>
      query.whereNull('s.next_at').orWhere('s.next_at', '<=', now),
    )
    .where(query =>
      query.whereNull('s.lease_until').orWhere('s.lease_until', '<=', now),
    )
    .whereNotExists(query =>
      query
        .select(knex.raw('1'))
        .from('approval_step as e')
        .whereRaw('e.delivery_id = s.delivery_id')
        .whereRaw('e.ordinal < s.ordinal')
        .whereNotIn('e.state', FINISHED),
    )
    .where(query =>
      query
        .whereIn('s.state', LOOKED_AT)
        .orWhere(again =>
          again.where('r.kind', 'lane').where('s.key', 'like', 'hold%'),
        )
        .orWhereNotExists(stopOf(knex, now)),
    )
    .orderByRaw('coalesce(s.next_at, d.not_before)')
    .limit(limit)
    .select('s.id', 's.request_id', 's.fence');
  return rows.map(row => ({
    id: String(row.id),
    requestId: String(row.request_id),
    fence: Number(row.fence),
  }));
}

/** What findStop says, of `approval_request as r`. */
function stopOf(knex: Knex, now: number): Knex.QueryBuilder {
  return knex('approval_stop as h')
    .select(knex.raw('1'))
    .whereNull('h.lifted_at')
    .where('h.until', '>', now)
    .whereRaw(
      `(h.environment is null or h.environment = r.environment or ${reachesStopped(
        knex,
      )})`,
    )
    .whereRaw('(h.source is null or h.source = r.source)')
    .whereRaw(
      '(h.entity_ref is null or exists (select 1 from approval_entity as n where n.request_id = r.id and n.entity_ref = h.entity_ref))',
    );
}

/** One of the environments that it reaches besides; without that each look would find it, and leave it again. */
function reachesStopped(knex: Knex): string {
  return isSqlite(knex)
    ? `exists (select 1 from json_each(r.detail, '$.environments') as de where de.value = h.environment)`
    : `exists (select 1 from json_array_elements_text(coalesce(r.detail::json->'environments', '[]'::json)) as de(value) where de.value = h.environment)`;
}
