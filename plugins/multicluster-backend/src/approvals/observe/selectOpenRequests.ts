import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import {
  RunColumns,
  RUN_COLUMNS,
  toRunRecord,
} from '../../views/runs/runColumns';
import { runQuery } from '../../views/runs/runQuery';
import { RunRecord } from '../../views/runs/RunRecord';
import { RequestRecord } from '../model/RequestRecord';
import { requestRows } from '../store/requestRows';
import { Row } from '../store/Row';

/** A request about a gate of a run, with that run as it is stored; absent: it is not stored any more. */
export interface OpenRequest {
  /** Without its entities. */
  request: RequestRecord;
  record?: RunRecord;
  /** Of the run; grows whenever what is stored of it changes. */
  revision?: number;
}

/** Requests about gates of runs that are open, oldest first, in two statements. */
export async function selectOpenRequests(
  knex: Knex,
  only: { runIds?: Iterable<number> } = {},
): Promise<OpenRequest[]> {
  const rows: Row[] = await knex('approval_request')
    .whereNull('closed_at')
    .whereIn('kind', ['gate', 'pull'])
    .orderBy(['created_at', 'id']);
  const requests = rows.map(row => requestRows.of(row, []));
  const keys = requests.flatMap(({ runKey }) => runKey ?? []);
  if (keys.length === 0) {
    return [];
  }
  const runs = runQuery(knex)
    .where(inList(knex, 'r.key', new Set(keys), 'text'))
    .select(...RUN_COLUMNS, 'r.revision as run_revision');
  if (only.runIds) {
    runs.where(inList(knex, 'r.id', only.runIds, 'integer'));
  }
  const found = new Map<string, Omit<OpenRequest, 'request'>>();
  for (const row of (await runs) as Array<
    RunColumns & { run_revision: number | string }
  >) {
    const record = toRunRecord(row);
    found.set(JSON.stringify([record.pipeline.source, record.fact.key]), {
      record,
      revision: Number(row.run_revision),
    });
  }
  return requests.flatMap(request => {
    const run = found.get(JSON.stringify([request.source, request.runKey]));
    return run || !only.runIds ? [{ request, ...run }] : [];
  });
}
