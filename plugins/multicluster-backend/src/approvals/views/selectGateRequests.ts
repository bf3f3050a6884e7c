import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';

/** A run, by what its source calls it. */
export interface RunName {
  source: string;
  key: string;
}

/** Open requests about gates of runs, by run and gate. */
export async function selectGateRequests(
  knex: Knex,
  runs: RunName[],
): Promise<(run: RunName, gateId: string) => string | undefined> {
  const keys = [...new Set(runs.map(run => run.key))];
  if (keys.length === 0) {
    return () => undefined;
  }
  const rows: Array<{
    id: string;
    source: string;
    run_key: string;
    gate_id: string;
  }> = await knex('approval_request')
    .where(inList(knex, 'run_key', keys, 'text'))
    .where(
      inList(
        knex,
        'source',
        runs.map(run => run.source),
        'text',
      ),
    )
    .where('kind', 'gate')
    .whereNull('closed_at')
    .select('id', 'source', 'run_key', 'gate_id');
  const keyOf = (run: RunName, gateId: string) =>
    JSON.stringify([run.source, run.key, gateId]);
  const ids = new Map(
    rows.map(row => [
      keyOf({ source: row.source, key: row.run_key }, row.gate_id),
      row.id,
    ]),
  );
  return (run, gateId) => ids.get(keyOf(run, gateId));
}
