import { Knex } from 'knex';
import { Row } from '../store/Row';

/** As much of an open request about a gate of a run as tells whether something has to be looked at. */
export interface OpenStamp {
  id: string;
  gateKey: string;
  /** Of the run; undefined: it is not stored. */
  revision?: number;
  /** Equal as long as what is known of the request, its run and the stage that asks is the same. */
  stamp: string;
  /** A pipeline whose newer runs take the place of this one, with when this one was made. */
  newerOf?: { pipelineId: number; createdAt: number };
  /** What halted depends on more than a stamp says. */
  halted: boolean;
}

/**
 * Stamps of all open requests about gates of runs, oldest first, in one statement that reads no JSON: to read and parse all that is
 * known of thousands of them would keep everybody else waiting, every few seconds.
 */
export async function selectOpenStamps(knex: Knex): Promise<OpenStamp[]> {
  const rows: Row[] = await knex('approval_request as q')
    .leftJoin('inventory_source as s', 's.name', 'q.source')
    .leftJoin('inventory_run as r', on =>
      on.on('r.source_id', 's.id').andOn('r.key', 'q.run_key'),
    )
    .leftJoin('approval_pull as a', 'a.request_id', 'q.id')
    .whereNull('q.closed_at')
    .whereIn('q.kind', ['gate', 'pull'])
    .orderBy(['q.created_at', 'q.id'])
    .select(
      'q.id',
      'q.gate_key',
      'q.kind',
      'q.state',
      'q.version',
      'r.revision',
      'r.pipeline_id',
      'r.created_at',
      'a.stage_id',
      'a.answer',
    );
  return rows.map(row => ({
    id: String(row.id),
    gateKey: String(row.gate_key),
    ...(row.revision !== null && { revision: Number(row.revision) }),
    stamp: JSON.stringify([
      Number(row.version),
      row.revision === null ? null : Number(row.revision),
      row.stage_id,
      row.answer,
    ]),
    ...(row.kind === 'pull' &&
      row.pipeline_id !== null && {
        newerOf: {
          pipelineId: Number(row.pipeline_id),
          createdAt: Number(row.created_at),
        },
      }),
    halted: row.state === 'halted',
  }));
}
