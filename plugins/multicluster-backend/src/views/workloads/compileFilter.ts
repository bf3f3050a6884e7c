import {
  FilterTerm,
  FilterValue,
} from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { LIKE_ESCAPE, likePattern } from './likePattern';
import { Sight } from './Sight';
import { statusCondition } from './statusCondition';
import { versionCondition } from './versionCondition';

type Condition = (where: Knex.QueryBuilder, value: FilterValue) => void;

/**
 * Ids of the clusters that a value matches. They are few and known, so that a workload is asked for its clusters, which an
 * index holds, and never for their names.
 */
export interface FilterContext {
  /** How well the clusters and placements are seen. */
  sight: Sight;
  clustersNamed(value: FilterValue): number[];
  clustersInRegion(value: FilterValue): number[];
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
  // The plus keeps the list from being looked up one by one: a placement has fewer clusters than the fleet.
  const onClusters =
    (ids: (value: FilterValue) => number[]): Condition =>
    (where, value) =>
      where.whereExists(
        targets().whereRaw('+?', [
          inList(knex, 't.cluster_id', ids(value), 'integer'),
        ]),
      );
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
    status: statusCondition(knex, targets, context.sight),
    region: onClusters(context.clustersInRegion),
    cluster: onClusters(context.clustersNamed),
    environment: onClusters(context.clustersInEnvironment),
    source: column('s.name'),
    pipeline: (where, value) =>
      where.whereExists(
        knex('inventory_workload_mark as k')
          .join('inventory_pipeline as q', 'q.key', 'k.value')
          .select(knex.raw('1'))
          .whereRaw('k.workload_id = w.id')
          .where(any =>
            any
              .whereRaw(like('q.name', value))
              .orWhereRaw(like('q.key', value)),
          ),
      ),
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
