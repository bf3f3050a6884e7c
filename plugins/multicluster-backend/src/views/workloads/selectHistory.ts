import { TransitionEntry } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { toIso } from '../toIso';

const NEWEST = 100;

/** Changes of a placement's derived fields, newest first. Digests of content say nothing to anybody, and are left out. */
export async function selectHistory(
  knex: Knex,
  placementId: number,
): Promise<TransitionEntry[]> {
  const rows = await knex('inventory_transition')
    .where({ subject_type: 'placement', subject_id: placementId })
    .whereNot('field', 'content')
    .orderBy('id', 'desc')
    .limit(NEWEST)
    .select('subject', 'field', 'from_value', 'to_value', 'at', 'cause');
  return rows.map(row => ({
    subject: row.subject,
    field: row.field,
    ...(row.from_value !== null && { from: row.from_value }),
    to: row.to_value,
    at: toIso(Number(row.at)),
    ...(row.cause !== null && { cause: row.cause }),
  }));
}
