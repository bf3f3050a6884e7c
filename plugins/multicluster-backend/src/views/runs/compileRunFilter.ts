import {
  FilterTerm,
  FilterValue,
} from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { jsonText } from '../../util/jsonText';
import { LIKE_ESCAPE, likePattern } from '../workloads/likePattern';
import { jsonListHas } from './jsonListHas';

type Condition = (where: Knex.QueryBuilder, value: FilterValue) => void;

/** What a filter of runs or pipelines depends on beside its terms. */
export interface RunFilterContext {
  /** Pipelines that deliver to the environments that a value matches. */
  pipelinesIn(value: FilterValue): number[];
  /** Only these entities are looked at; absent: all. */
  entityRefs?: string[];
}

/**
 * Adds the terms of a filter to a query over runs `r`, pipelines `p`, sources `s` and agents `a`. Every value travels as a
 * parameter. A field that runs do not have matches nothing.
 */
export function compileRunFilter(
  knex: Knex,
  query: Knex.QueryBuilder,
  terms: FilterTerm[],
  context: RunFilterContext,
): void {
  const conditions = conditionsOf(knex, context);
  for (const term of terms) {
    const anyOf = (where: Knex.QueryBuilder) => {
      for (const value of term.values) {
        where.orWhere(one => {
          (conditions[term.field] ?? matchesNothing)(one, value);
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
  { pipelinesIn, entityRefs }: RunFilterContext,
): Partial<Record<FilterTerm['field'], Condition>> {
  // What is absent must read as "does not match", or a negated term would drop the row as well.
  const like = (column: string | Knex.Raw, pattern: string) =>
    knex.raw(
      `lower(coalesce(${
        typeof column === 'string' ? '??' : '?'
      }, '')) like ? escape '${LIKE_ESCAPE}'`,
      [column, pattern],
    );
  const anyLike =
    (...columns: Array<string | Knex.Raw>): Condition =>
    (where, value) =>
      columns.forEach(column =>
        where.orWhereRaw(like(column, likePattern(value))),
      );
  const anyContains =
    (...columns: Array<string | Knex.Raw>): Condition =>
    (where, value) =>
      columns.forEach(column =>
        where.orWhereRaw(like(column, `%${likePattern(value)}%`)),
      );
  const inListOf =
    (list: Parameters<typeof jsonListHas>[1]): Condition =>
    (where, value) =>
      where.whereRaw(jsonListHas(knex, list, likePattern(value)));
  const entities = () => {
    const matches = knex('pipeline_match as m')
      .leftJoin('entity_claim as e', 'e.entity_ref', 'm.entity_ref')
      .select(knex.raw('1'))
      .whereRaw('m.pipeline_id = p.id')
      .where('m.confirmed', true);
    return entityRefs
      ? matches.where(inList(knex, 'm.entity_ref', entityRefs, 'text'))
      : matches;
  };
  const ref =
    (column: string): Condition =>
    (where, value) =>
      where.whereExists(
        entities().where(any =>
          any
            .whereRaw(like(column, likePattern(value)))
            .orWhereRaw(
              like(
                column,
                likePattern({ text: `*/${value.text}`, literal: false }),
              ),
            ),
        ),
      );
  return {
    status: anyLike(
      'r.status',
      jsonText(knex, 'r.derived', 'detail'),
      jsonText(knex, 'p.fact', 'sync', 'status'),
      'a.state',
    ),
    source: anyLike('s.name'),
    pipeline: anyLike('p.name', 'p.key'),
    name: anyLike('p.name'),
    environment: (where, value) =>
      where.where(inList(knex, 'p.id', pipelinesIn(value), 'integer')),
    cluster: inListOf({ column: 'p.fact', list: 'deployTargets' }),
    image: inListOf({ column: 'r.fact', list: 'artifacts', field: 'name' }),
    version: inListOf({
      column: 'r.fact',
      list: 'artifacts',
      field: 'version',
    }),
    owner: ref('e.owner_ref'),
    entity: ref('m.entity_ref'),
    text: anyContains(
      'p.name',
      's.name',
      'r.key',
      jsonText(knex, 'r.fact', 'commit', 'message'),
      jsonText(knex, 'r.fact', 'commit', 'sha'),
    ),
  };
}

function matchesNothing(where: Knex.QueryBuilder): void {
  where.whereRaw('1 = 0');
}
