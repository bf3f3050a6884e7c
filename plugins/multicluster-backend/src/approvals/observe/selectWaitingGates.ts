import { Gate } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { parseJson } from '../../util/parseJson';
import {
  RunColumns,
  RUN_COLUMNS,
  toRunRecord,
} from '../../views/runs/runColumns';
import { runQuery } from '../../views/runs/runQuery';
import { RunRecord } from '../../views/runs/RunRecord';

/** Gates of runs that a decision would have an effect on now, of pipelines that are somebody's, oldest first. */
export async function selectWaitingGates(
  knex: Knex,
  runIds: Iterable<number>,
): Promise<Array<{ record: RunRecord; gate: Gate }>> {
  const rows: Array<RunColumns & { gate: string }> = await runQuery(knex)
    .join('inventory_gate as g', 'g.run_id', 'r.id')
    .where(inList(knex, 'r.id', runIds, 'integer'))
    .where('g.actionable', true)
    .whereExists(
      knex('pipeline_match as m').whereRaw('m.pipeline_id = p.id').select('*'),
    )
    .orderBy(['g.opened_at', 'r.id', 'g.gate_id'])
    .select(...RUN_COLUMNS, 'g.gate');
  return rows.flatMap(row => {
    const gate = parseJson<Gate | undefined>(row.gate, undefined);
    return gate ? [{ record: toRunRecord(row), gate }] : [];
  });
}
