import { Knex } from 'knex';
import { VersionChange } from '../rules/versionSince';
import { newestOfEach } from './newestOfEach';

/**
 * Newest changes of a placement that are looked at, of its versions and states: those of versions alone would be looked for in all of
 * its history, because the index that gives the newest knows no fields. Content that changes under one version tells nothing here,
 * and would leave no room for them.
 */
const NEWEST = 300;

/** Reads the changes of the versions that targets of some placements run, newest first, in one statement. */
export async function selectVersionChanges(
  knex: Knex,
  placementIds: number[],
): Promise<VersionChange[]> {
  const rows = await newestOfEach<
    number,
    { subject_id: number; subject: string; to_value: string; at: number }
  >(
    knex,
    placementIds,
    id => [
      knex('inventory_transition')
        .where({ subject_type: 'placement', subject_id: id })
        .whereNot('field', 'content')
        .orderBy('id', 'desc')
        .limit(NEWEST)
        .select('id'),
    ],
    among =>
      knex('inventory_transition as t')
        .where(among('t.id'))
        .where('t.field', 'version')
        .orderBy('t.id', 'desc')
        .select('t.subject_id', 't.subject', 't.to_value', 't.at'),
  );
  return rows.map(row => ({
    placementId: row.subject_id,
    cluster: row.subject,
    to: row.to_value,
    at: Number(row.at),
  }));
}
