import { Knex } from 'knex';
import {
  RunColumns,
  RUN_COLUMNS,
  toRunRecord,
} from '../../views/runs/runColumns';
import { runQuery } from '../../views/runs/runQuery';
import { RunRecord } from '../../views/runs/RunRecord';

/** A run by what its source calls it. Undefined: it was never observed there. */
export async function selectRun(
  knex: Knex,
  source: string,
  runKey: string,
): Promise<RunRecord | undefined> {
  const row: RunColumns | undefined = await runQuery(knex)
    .where('s.name', source)
    .where('r.key', runKey)
    .first(...RUN_COLUMNS);
  return row && toRunRecord(row);
}
