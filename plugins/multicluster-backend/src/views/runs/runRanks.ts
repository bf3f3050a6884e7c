import { Knex } from 'knex';
import { jsonText } from '../../util/jsonText';

const TROUBLED = ['stuck', 'rolling-back', 'agent-stopped'];

/** Ends that nobody asked for, also where the tool calls them cancelled. */
const ENDED_ILL = [
  'timed-out',
  'agent-stopped',
  'rolled-back',
  'rollback-failed',
];

/**
 * What comes first in a list of runs: those that wait for somebody, then those in trouble. A run that failed is in trouble
 * as long as none came after it; the failures of last month are history.
 */
export function runRanks(knex: Knex): Knex.Raw[] {
  const detail = jsonText(knex, 'r.derived', 'detail');
  return [
    knex.raw(`r.status in ('waiting', 'paused')`),
    knex.raw(
      `(((r.status in ('failed', 'unknown')
          or (r.status = 'cancelled' and coalesce(?, '') in (${marks(
            ENDED_ILL,
          )}))) and not exists (
           select 1 from inventory_run l where l.pipeline_id = r.pipeline_id
           and (l.created_at, l.id) > (r.created_at, r.id)))
         or (r.active = ? and coalesce(?, '') in (${marks(TROUBLED)})))`,
      [detail, ...ENDED_ILL, true, detail, ...TROUBLED],
    ),
  ];
}

function marks(values: string[]): string {
  return values.map(() => '?').join(', ');
}
