import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { jsonText } from '../../util/jsonText';
import { runQuery } from '../../views/runs/runQuery';
import { gateKeyOf } from '../subject/gateKeyOf';

/** A gate that a decision would have an effect on now. */
export interface WaitingGateKey {
  key: string;
  /** Row of its run. */
  runId: number;
}

/** Keys of gates that wait, of pipelines that are somebody's, oldest first; what is known of them is read where it is needed. */
export async function selectGateKeys(
  knex: Knex,
  only: { runIds?: Iterable<number> } = {},
): Promise<WaitingGateKey[]> {
  const query = runQuery(knex)
    .join('inventory_gate as g', 'g.run_id', 'r.id')
    .where('g.actionable', true)
    .whereExists(
      knex('pipeline_match as m').whereRaw('m.pipeline_id = p.id').select('*'),
    )
    .orderBy(['g.opened_at', 'r.id', 'g.gate_id'])
    .select(
      'r.id as run_id',
      'r.key as run_key',
      's.name as source',
      'g.gate_id',
      knex.raw('? as version', [jsonText(knex, 'g.gate', 'version')]),
    );
  if (only.runIds) {
    query.where(inList(knex, 'r.id', only.runIds, 'integer'));
  }
  const rows: Array<{
    run_id: number;
    run_key: string;
    source: string;
    gate_id: string;
    version: string | number | null;
  }> = await query;
  return rows.map(row => ({
    runId: row.run_id,
    key: gateKeyOf({
      kind: 'gate',
      source: row.source,
      runKey: row.run_key,
      gateId: row.gate_id,
      gateVersion: String(row.version ?? ''),
    }),
  }));
}
