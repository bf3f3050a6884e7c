import { Knex } from 'knex';
import { insertRows } from '../sql/insertRows';
import { jsonList } from '../sql/jsonList';
import { imagesColumns } from './columns';
import { ImagesWrite } from './WritePlan';

const GENERATIONS_KEPT = 20;

/**
 * Writes the images of generations, and forgets those of earlier incarnations and of generations long past.
 *
 * @param revisited - ids of workloads that were stored before and may have something to forget
 */
export async function writeImages(
  trx: Knex,
  images: ImagesWrite[],
  revisited: number[],
): Promise<void> {
  await insertRows(
    trx,
    'inventory_workload_images',
    imagesColumns,
    images.map(({ workload, ...rest }) => ({
      ...rest,
      workload_id: workload.id,
    })),
    {
      onConflict:
        '(workload_id, uid, generation) DO UPDATE SET images = excluded.images',
    },
  );
  if (images.length === 0 || revisited.length === 0) {
    return;
  }
  await trx('inventory_workload_images as i')
    .whereIn('workload_id', jsonList(trx, revisited, 'integer'))
    .whereRaw(
      `(uid <> (SELECT w.uid FROM inventory_workload w WHERE w.id = i.workload_id)
        OR generation <= (
          SELECT o.generation FROM inventory_workload_images o
          WHERE o.workload_id = i.workload_id AND o.uid = i.uid
          ORDER BY o.generation DESC LIMIT 1 OFFSET ${GENERATIONS_KEPT}))`,
    )
    .delete();
}
