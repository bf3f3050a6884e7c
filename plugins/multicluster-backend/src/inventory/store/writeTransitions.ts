import { Knex } from 'knex';
import { insertRows } from '../sql/insertRows';
import { transitionColumns } from './columns';
import { TransitionWrite } from './WritePlan';

/** Appends transitions; their owners have ids by now. */
export async function writeTransitions(
  trx: Knex,
  sourceId: number,
  transitions: TransitionWrite[],
): Promise<void> {
  await insertRows(
    trx,
    'inventory_transition',
    transitionColumns,
    transitions.map(transition => ({
      source_id: sourceId,
      subject_type: transition.subjectType,
      subject_id: transition.owner.id,
      subject: transition.subject,
      field: transition.field,
      from_value: transition.from,
      to_value: transition.to,
      at: transition.at,
      cause: transition.cause,
      version: transition.version,
    })),
  );
}
