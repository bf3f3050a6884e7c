import { Knex } from 'knex';
import { chunks } from '../../util/chunks';
import { MatchResult } from '../rules';

/** A row of `entity_match`. */
export interface MatchRow extends MatchResult {
  entityRef: string;
  workloadId: number;
}

interface StoredRow {
  entity_ref: string;
  workload_id: number;
  rule: string;
  confirmed: boolean | number;
  reason: string;
}

/**
 * Makes the stored matches of a scope equal to the wanted ones, and writes only what differs, so that a sweep over an
 * unchanged catalog writes nothing. Call with the lock, with its transaction.
 *
 * @param scope - restricts `entity_match` to the rows that `wanted` is complete for
 * @returns entities and workloads whose matches changed
 */
export async function syncMatches(
  knex: Knex,
  wanted: MatchRow[],
  scope: (query: Knex.QueryBuilder) => void,
): Promise<{ entityRefs: Set<string>; workloadIds: Set<number> }> {
  const query = knex<StoredRow>('entity_match').select('*');
  scope(query);
  const stored = new Map(
    ((await query) as StoredRow[]).map(row => [
      keyOf(row.entity_ref, row.workload_id),
      row,
    ]),
  );
  const changed = wanted
    .map(toStored)
    .filter(
      row => !isSame(stored.get(keyOf(row.entity_ref, row.workload_id)), row),
    );
  const kept = new Set(wanted.map(row => keyOf(row.entityRef, row.workloadId)));
  const gone = [...stored.entries()].flatMap(([key, row]) =>
    kept.has(key) ? [] : [row],
  );
  for (const row of gone) {
    await knex('entity_match')
      .where({ entity_ref: row.entity_ref, workload_id: row.workload_id })
      .delete();
  }
  for (const part of chunks(changed, 100)) {
    await knex('entity_match')
      .insert(part)
      .onConflict(['entity_ref', 'workload_id'])
      .merge();
  }
  const touched = [...changed, ...gone];
  return {
    entityRefs: new Set(touched.map(row => row.entity_ref)),
    workloadIds: new Set(touched.map(row => row.workload_id)),
  };
}

function keyOf(entityRef: string, workloadId: number): string {
  return `${workloadId} ${entityRef}`;
}

function toStored(row: MatchRow): StoredRow {
  return {
    entity_ref: row.entityRef,
    workload_id: row.workloadId,
    rule: row.rule,
    confirmed: row.confirmed,
    reason: JSON.stringify(row.reason),
  };
}

function isSame(stored: StoredRow | undefined, row: StoredRow): boolean {
  return (
    stored !== undefined &&
    stored.rule === row.rule &&
    Boolean(stored.confirmed) === row.confirmed &&
    stored.reason === row.reason
  );
}
