import { Knex } from 'knex';
import { Columns } from '../sql/Columns';
import { deleteRows } from '../sql/deleteRows';
import { insertRows } from '../sql/insertRows';
import { MarksWrite } from './WritePlan';

const COLUMNS: Columns = {
  workload_id: 'integer',
  annotation: 'text',
  value: 'text',
};

/** Writes what delivery tools wrote on templates, in place of what was there. */
export async function writeMarks(
  trx: Knex,
  writes: MarksWrite[],
): Promise<void> {
  const ids = writes.flatMap(({ workload }) => workload.id ?? []);
  await deleteRows(trx, 'inventory_workload_mark', 'workload_id', ids);
  const rows = writes.flatMap(({ workload, marks }) =>
    Object.entries(marks).map(([annotation, value]) => ({
      workload_id: workload.id,
      annotation,
      value,
    })),
  );
  await insertRows(trx, 'inventory_workload_mark', COLUMNS, rows);
}
