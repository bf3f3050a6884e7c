import { Knex } from 'knex';
import { deleteRows } from '../sql/deleteRows';
import { insertRows } from '../sql/insertRows';
import { inList } from '../sql/inList';
import { imagesColumns } from './columns';
import { WritePlan } from './WritePlan';

const GENERATIONS_KEPT = 20;

/** Writes the images of past generations, and forgets those of earlier incarnations and of generations long past. */
export async function writeImages(trx: Knex, plan: WritePlan): Promise<void> {
  await deleteRows(
    trx,
    'inventory_workload_images',
    'workload_id',
    plan.forgetImages.flatMap(({ id }) => (id ? [id] : [])),
  );
  if (plan.images.length === 0) {
    return;
  }
  const rows = plan.images.map(({ workload, ...rest }) => ({
    ...rest,
    workload_id: workload.id ?? 0,
  }));
  await insertRows(trx, 'inventory_workload_images', imagesColumns, rows, {
    onConflict:
      '(workload_id, uid, generation) DO UPDATE SET images = excluded.images, settings = excluded.settings',
  });
  const ids = rows.map(row => row.workload_id);
  await trx('inventory_workload_images as i')
    .where(inList(trx, 'workload_id', ids, 'integer'))
    .whereRaw(
      `generation <= (
        SELECT o.generation FROM inventory_workload_images o
        WHERE o.workload_id = i.workload_id AND o.uid = i.uid
        ORDER BY o.generation DESC LIMIT 1 OFFSET ${GENERATIONS_KEPT})`,
    )
    .delete();
}
