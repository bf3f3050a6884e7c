import { Sentence } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { chunks } from '../../util/chunks';

/** Which table holds matches of what. */
export interface MatchTable {
  table: 'entity_match' | 'pipeline_match';
  /** Column of what is matched. */
  column: 'workload_id' | 'pipeline_id';
}

/** Matches of workloads. */
export const WORKLOAD_MATCHES: MatchTable = {
  table: 'entity_match',
  column: 'workload_id',
};

/** Matches of pipelines. */
export const PIPELINE_MATCHES: MatchTable = {
  table: 'pipeline_match',
  column: 'pipeline_id',
};

/** A row of {@link MatchTable}. */
export interface MatchRow {
  entityRef: string;
  /** Of what is matched. */
  id: number;
  rule: string;
  confirmed: boolean;
  reason: Sentence;
}

interface StoredRow {
  entityRef: string;
  id: number;
  rule: string;
  confirmed: boolean | number;
  reason: string;
}

/**
 * Makes the stored matches of a scope equal to the wanted ones, and writes only what differs, so that a sweep over an
 * unchanged catalog writes nothing. Call with the lock, with its transaction.
 *
 * @param scope - restricts the table to the rows that `wanted` is complete for
 * @returns entities, and ids of what is matched, whose matches changed
 */
export async function syncMatches(
  knex: Knex,
  { table, column }: MatchTable,
  wanted: MatchRow[],
  scope: (query: Knex.QueryBuilder) => void,
): Promise<{ entityRefs: Set<string>; ids: Set<number> }> {
  const query = knex(table).select(
    'entity_ref as entityRef',
    `${column} as id`,
    'rule',
    'confirmed',
    'reason',
  );
  scope(query);
  const stored = new Map(
    ((await query) as StoredRow[]).map(row => [keyOf(row), row]),
  );
  const changed = wanted.filter(row => !isSame(stored.get(keyOf(row)), row));
  const kept = new Set(wanted.map(keyOf));
  const gone = [...stored.entries()].flatMap(([key, row]) =>
    kept.has(key) ? [] : [row],
  );
  for (const row of gone) {
    await knex(table)
      .where({ entity_ref: row.entityRef, [column]: row.id })
      .delete();
  }
  for (const part of chunks(changed, 100)) {
    await knex(table)
      .insert(
        part.map(row => ({
          entity_ref: row.entityRef,
          [column]: row.id,
          rule: row.rule,
          confirmed: row.confirmed,
          reason: JSON.stringify(row.reason),
        })),
      )
      .onConflict(['entity_ref', column])
      .merge();
  }
  const touched = [...changed, ...gone];
  return {
    entityRefs: new Set(touched.map(row => row.entityRef)),
    ids: new Set(touched.map(row => row.id)),
  };
}

function keyOf(row: { entityRef: string; id: number }): string {
  return `${row.id} ${row.entityRef}`;
}

function isSame(stored: StoredRow | undefined, row: MatchRow): boolean {
  return (
    stored !== undefined &&
    stored.rule === row.rule &&
    Boolean(stored.confirmed) === row.confirmed &&
    stored.reason === JSON.stringify(row.reason)
  );
}
