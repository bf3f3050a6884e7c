import { Knex } from 'knex';
import { Row } from '../store/Row';
import { StopRecord } from './StopRecord';
import { stopRows } from './stopRows';

/** Stops that hold at a moment, newest first. */
export async function selectStops(
  knex: Knex,
  now: number,
): Promise<StopRecord[]> {
  const rows: Row[] = await knex('approval_stop')
    .whereNull('lifted_at')
    .where('until', '>', now)
    .orderBy('created_at', 'desc');
  return rows.map(stopRows.of);
}
