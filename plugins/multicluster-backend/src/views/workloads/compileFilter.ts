import {
  FilterTerm,
  FilterValue,
} from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { isSqlite } from '../../inventory/sql/isSqlite';
import { LIKE_ESCAPE, likePattern } from './likePattern';

type Condition = (where: Knex.QueryBuilder, value: FilterValue) => void;

/** What the compiler must be told because the rows do not hold it. */
export interface FilterContext {
  /** Clusters of environments whose name a value matches. */
  clustersInEnvironment(value: FilterValue): number[];
}

/**
 * Adds the terms of a filter to a query over `inventory_workload w`, `inventory_source s` and `inventory_placement p`.
 * Every value travels as a parameter.
 */
export function compileFilter(
  knex: Knex,
  query: Knex.QueryBuilder,
  terms: FilterTerm[],
  context: FilterContext,
): void {
  const conditions = conditionsOf(knex, context);
  for (const term of terms) {
    const anyOf = (where: Knex.QueryBuilder) => {
      for (const value of term.values) {
        where.orWhere(one => {
          conditions[term.field](one, value);
        });
      }
    };
    if (term.negated) {
      query.whereNot(anyOf);
    } else {
      query.where(anyOf);
    }
  }
}

function conditionsOf(
  knex: Knex,
  context: FilterContext,
): Record<FilterTerm['field'], Condition> {
  // An absent column must read as "does not match", or a negated term would drop the row as well.
  const like = (column: string, value: FilterValue) =>
    knex.raw(`lower(coalesce(??, '')) like ? escape '${LIKE_ESCAPE}'`, [
      column,
      likePattern(value),
    ]);
  const contains = (column: string, value: FilterValue) =>
    knex.raw(`lower(coalesce(??, '')) like ? escape '${LIKE_ESCAPE}'`, [
      column,
      `%${likePattern(value)}%`,
    ]);
  const targets = () =>
    knex('inventory_target as t')
      .select(knex.raw('1'))
      .whereRaw('t.placement_id = p.id');
  const targetsWithCluster = () =>
    targets().join('inventory_cluster as c', 'c.id', 't.cluster_id');
  const entities = () =>
    knex('entity_match as m')
      .leftJoin('entity_claim as e', 'e.entity_ref', 'm.entity_ref')
      .select(knex.raw('1'))
      .whereRaw('m.workload_id = w.id')
      .where('m.confirmed', true);
  const column =
    (name: string): Condition =>
    (where, value) =>
      where.whereRaw(like(name, value));
  const ofCluster =
    (name: string): Condition =>
    (where, value) =>
      where.whereExists(targetsWithCluster().whereRaw(like(name, value)));
  const ref =
    (name: string): Condition =>
    (where, value) =>
      where.whereExists(
        entities().where(any =>
          any
            .whereRaw(like(name, value))
            .orWhereRaw(
              like(name, { text: `*/${value.text}`, literal: false }),
            ),
        ),
      );
  return {
    status: (where, value) =>
      where
        .whereRaw(like('p.state', value))
        .orWhereExists(targets().whereRaw(like('t.state', value)))
        .orWhereRaw(
          value.text.toLowerCase() === 'unplaced' ? 'p.id is null' : '1 = 0',
        ),
    region: ofCluster('c.region'),
    cluster: ofCluster('c.name'),
    environment: (where, value) =>
      where.whereExists(
        targets().whereIn('t.cluster_id', context.clustersInEnvironment(value)),
      ),
    source: column('s.name'),
    kind: column('w.kind'),
    namespace: column('w.namespace'),
    name: column('w.name'),
    image: versionCondition(knex, 'image', targets),
    version: versionCondition(knex, 'version', targets),
    owner: ref('e.owner_ref'),
    entity: ref('m.entity_ref'),
    text: (where, value) =>
      where
        .whereRaw(contains('w.name', value))
        .orWhereRaw(contains('w.namespace', value))
        .orWhereRaw(contains('w.kind', value)),
  };
}

/** Looks at what the template says and at what each cluster really runs, which can be behind it. */
function versionCondition(
  knex: Knex,
  field: 'image' | 'version',
  targets: () => Knex.QueryBuilder,
): Condition {
  const some = (column: string, list: string, value: FilterValue) =>
    knex.raw(
      isSqlite(knex)
        ? `exists (select 1 from json_each(${column}, '$.${list}') i where lower(json_extract(i.value, '$.${field}')) like ? escape '${LIKE_ESCAPE}')`
        : `exists (select 1 from json_array_elements(${column}::json->'${list}') i where lower(i->>'${field}') like ? escape '${LIKE_ESCAPE}')`,
      [likePattern(value)],
    );
  return (where, value) =>
    where
      .whereRaw(some('w.fact', 'images', value))
      .orWhereExists(targets().whereRaw(some('t.derived', 'versions', value)));
}
