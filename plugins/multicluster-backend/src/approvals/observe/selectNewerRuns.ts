import {
  isRunOver,
  RunStatus,
} from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';

/** When the newest run of each pipeline that is not over was made, by id of the pipeline; milliseconds since the epoch. */
export async function selectNewerRuns(
  knex: Knex,
  pipelineIds: Iterable<number>,
): Promise<ReadonlyMap<number, number>> {
  const rows: Array<{
    pipeline_id: number;
    status: RunStatus;
    created_at: number | string;
  }> = await knex('inventory_run')
    .where(inList(knex, 'pipeline_id', new Set(pipelineIds), 'integer'))
    .where('active', true)
    .select('pipeline_id', 'status', 'created_at');
  const newest = new Map<number, number>();
  for (const { pipeline_id, status, created_at } of rows) {
    const at = Number(created_at);
    if (!isRunOver(status) && at > (newest.get(pipeline_id) ?? -Infinity)) {
      newest.set(pipeline_id, at);
    }
  }
  return newest;
}
