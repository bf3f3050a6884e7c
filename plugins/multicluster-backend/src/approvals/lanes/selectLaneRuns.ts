import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { SourceRegistry } from '../../service/SourceRegistry';
import {
  RunColumns,
  RUN_COLUMNS,
  toRunRecord,
} from '../../views/runs/runColumns';
import { runQuery } from '../../views/runs/runQuery';
import { RunRecord } from '../../views/runs/RunRecord';

/** So many runs of a pipeline are looked at; what is older brought nothing that is held now. */
const MOST_RUNS = 20;

/** The newest runs of each pipeline that marked one of these workloads as its own, newest first. */
export async function selectLaneRuns(
  knex: Knex,
  sources: Pick<SourceRegistry, 'all'>,
  workloadIds: readonly number[],
): Promise<RunRecord[][]> {
  const annotations = new Map(
    sources.all.flatMap(({ id, runs }) =>
      runs?.workloadMark ? [[id, runs.workloadMark.annotation] as const] : [],
    ),
  );
  if (annotations.size === 0 || workloadIds.length === 0) {
    return [];
  }
  const pipelines: Array<{ id: number; source: string; annotation: string }> =
    await knex('inventory_workload_mark as k')
      .join('inventory_pipeline as p', 'p.key', 'k.value')
      .join('inventory_source as s', 's.id', 'p.source_id')
      .where(inList(knex, 'k.workload_id', workloadIds, 'integer'))
      .distinct('p.id', 's.name as source', 'k.annotation');
  const own = pipelines.filter(
    ({ source, annotation }) => annotations.get(source) === annotation,
  );
  return Promise.all(
    own.map(async ({ id }) => {
      const rows: RunColumns[] = await runQuery(knex)
        .where('r.pipeline_id', id)
        .orderBy([
          { column: 'r.created_at', order: 'desc' },
          { column: 'r.id', order: 'desc' },
        ])
        .limit(MOST_RUNS)
        .select(...RUN_COLUMNS);
      return rows.map(toRunRecord);
    }),
  );
}
