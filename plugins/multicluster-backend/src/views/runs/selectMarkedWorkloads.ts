import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { SourceRegistry } from '../../service/SourceRegistry';
import { PipelineRecord } from '../pipelines/PipelineRecord';
import {
  toWorkloadRecord,
  WorkloadColumns,
  workloadColumns,
} from '../rows/workloadColumns';
import { WorkloadRecord } from '../rows/WorkloadRecord';
import { isMeantToBePlaced } from '../unplaced/isMeantToBePlaced';

/** Workloads that pipelines applied to control planes and that are meant to run somewhere, by id of the pipeline. */
export type MarkedWorkloads = ReadonlyMap<number, WorkloadRecord[]>;

interface Row extends WorkloadColumns {
  mark: string;
  mark_value: string;
}

/** Reads {@link MarkedWorkloads} by the marks that tools write on what they apply, in one statement. */
export async function selectMarkedWorkloads(
  knex: Knex,
  sources: Pick<SourceRegistry, 'get'>,
  pipelines: PipelineRecord[],
): Promise<MarkedWorkloads> {
  const byMark = new Map<string, number>();
  const marks = new Set<string>();
  for (const { id, key, source } of pipelines) {
    const mark = sources.get(source)?.runs?.workloadMark?.annotation;
    if (mark) {
      marks.add(mark);
      byMark.set(`${mark} ${key}`, id);
    }
  }
  const found = new Map<number, WorkloadRecord[]>();
  if (byMark.size === 0) {
    return found;
  }
  const keys = pipelines.map(pipeline => pipeline.key);
  const rows: Row[] = await knex('inventory_workload_mark as k')
    .join('inventory_workload as w', 'w.id', 'k.workload_id')
    .join('inventory_source as s', 's.id', 'w.source_id')
    .leftJoin('inventory_placement as p', join =>
      join.on('p.workload_id', 'w.id').andOnVal('p.dependency', false),
    )
    .where(inList(knex, 'k.annotation', marks, 'text'))
    .where(inList(knex, 'k.value', keys, 'text'))
    .where('w.present', true)
    .where(isMeantToBePlaced(knex))
    .orderBy(['w.namespace', 'w.name', 'w.kind', 'w.id', 'p.id'])
    .select(
      ...workloadColumns(knex),
      'k.annotation as mark',
      'k.value as mark_value',
    );
  const seen = new Set<number>();
  for (const row of rows) {
    const pipelineId = byMark.get(`${row.mark} ${row.mark_value}`);
    if (pipelineId !== undefined && !seen.has(row.id)) {
      seen.add(row.id);
      const list = found.get(pipelineId) ?? [];
      list.push(toWorkloadRecord(row));
      found.set(pipelineId, list);
    }
  }
  return found;
}
