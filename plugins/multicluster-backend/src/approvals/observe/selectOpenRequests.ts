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
import { PullEntry } from '../pull/PullEntry';
import { selectPullEntries } from '../pull/selectPullEntries';
import { requestRows } from '../store/requestRows';
import { Row } from '../store/Row';
import { selectRequestEntities } from '../store/selectRequestEntities';

/** A request about a gate of a run, with that run as it is stored; absent: it is not stored any more. */
export interface OpenRequest {
  request: RequestRecord;
  record?: RunRecord;
  /** Of the run; grows whenever what is stored of it changes. */
  revision?: number;
  /** What the stage that asks was told; of one that asks, and once it has. */
  entry?: PullEntry;
}

/**
 * Requests about gates of runs that are open, oldest first, in three statements, and in a fourth what stages that ask were told.
 *
 * @param only - rows of runs, or ids of requests. Each decision changes its run: to read all that is open then, to find the one,
 * would keep everybody else waiting while an inbox is full.
 */
export async function selectOpenRequests(
  knex: Knex,
  only: { runIds: Iterable<number> } | { ids: readonly string[] },
): Promise<OpenRequest[]> {
  if ('ids' in only) {
    const { ids } = only;
    const requests = await selectRequests(knex, query =>
      query.where(inList(knex, 'id', ids, 'text')),
    );
    const keys = new Set(requests.flatMap(({ runKey }) => runKey ?? []));
    const found = byKey(
      await selectRuns(knex, query =>
        query
          .where(inList(knex, 's.name', sourcesOf(requests), 'text'))
          .where(inList(knex, 'r.key', keys, 'text')),
      ),
    );
    return withEntries(
      knex,
      requests.map(request => ({
        request,
        ...found.get(keyOf(request.source, request.runKey)),
      })),
    );
  }
  const { runIds } = only;
  const runs = await selectRuns(knex, query =>
    query.where(inList(knex, 'r.id', runIds, 'integer')),
  );
  const sources = sourcesOf(runs.map(({ record }) => record.pipeline));
  const requests = await selectRequests(knex, query =>
    query
      .where(inList(knex, 'source', sources, 'text'))
      .where(inList(knex, 'run_key', keysOf(runs), 'text')),
  );
  const found = byKey(runs);
  return withEntries(
    knex,
    requests.flatMap(request => {
      const run = found.get(keyOf(request.source, request.runKey));
      return run ? [{ request, ...run }] : [];
    }),
  );
}

/** Read last: a run that went on because of an answer is never seen without that answer. */
async function withEntries(
  knex: Knex,
  items: OpenRequest[],
): Promise<OpenRequest[]> {
  const asking = items.filter(({ request }) => request.kind === 'pull');
  const entries = await selectPullEntries(
    knex,
    asking.map(({ request }) => request.id),
  );
  return items.map(item => {
    const entry = entries.get(item.request.id);
    return entry ? { ...item, entry } : item;
  });
}

interface FoundRun {
  record: RunRecord;
  revision: number;
}

async function selectRuns(
  knex: Knex,
  narrow: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
): Promise<FoundRun[]> {
  const rows: Array<RunColumns & { run_revision: number | string }> =
    await narrow(
      runQuery(knex).select(...RUN_COLUMNS, 'r.revision as run_revision'),
    );
  return rows.map(row => ({
    record: toRunRecord(row),
    revision: Number(row.run_revision),
  }));
}

async function selectRequests(
  knex: Knex,
  narrow: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
): Promise<RequestRecord[]> {
  const rows: Row[] = await narrow(
    knex('approval_request')
      .whereNull('closed_at')
      .whereIn('kind', ['gate', 'pull'])
      .orderBy(['created_at', 'id']),
  );
  const entitiesOf = await selectRequestEntities(
    knex,
    rows.map(row => String(row.id)),
  );
  return rows.map(row => requestRows.of(row, entitiesOf(String(row.id))));
}

function sourcesOf(items: Array<{ source: string }>): Set<string> {
  return new Set(items.map(({ source }) => source));
}

function keysOf(runs: FoundRun[]): Set<string> {
  return new Set(runs.map(({ record }) => record.fact.key));
}

function byKey(runs: FoundRun[]): Map<string, FoundRun> {
  return new Map(
    runs.map(run => [
      keyOf(run.record.pipeline.source, run.record.fact.key),
      run,
    ]),
  );
}

function keyOf(source: string, runKey: string | undefined): string {
  return JSON.stringify([source, runKey]);
}
