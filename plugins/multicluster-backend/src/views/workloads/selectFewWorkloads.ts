import {
  FilterTerm,
  FilterValue,
} from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { LIKE_ESCAPE, likePattern } from './likePattern';
import { ConditionIndexes } from './selectInCondition';
import { selectInStates } from './selectInStates';
import { valuePattern } from './valuePattern';

/** More than this are read in the order of the list, window by window. */
export const FEW = 2000;

/**
 * Ids that every workload of a list is among, when an index knows that they are few; undefined when they may be many. What
 * is mine and what is in trouble is what people ask for, and is a handful of 100,000: it is found without reading the
 * others.
 */
export async function selectFewWorkloads(
  knex: Knex,
  entityRefs: string[] | undefined,
  terms: FilterTerm[],
  indexes: Omit<ConditionIndexes, 'most'>,
): Promise<number[] | undefined> {
  const ofEntities = entityRefs && (await selectOfEntities(knex, entityRefs));
  if (ofEntities) {
    return ofEntities;
  }
  for (const term of terms) {
    const found = term.negated
      ? undefined
      : await selectOfTerm(knex, term, indexes);
    if (found) {
      return found;
    }
  }
  return undefined;
}

async function selectOfTerm(
  knex: Knex,
  { field, values }: FilterTerm,
  indexes: Omit<ConditionIndexes, 'most'>,
): Promise<number[] | undefined> {
  switch (field) {
    case 'status':
      return selectInStates(knex, values, { ...indexes, most: FEW });
    case 'entity':
      return selectOfClaims(knex, 'entity_ref', values);
    case 'owner':
      return selectOfClaims(knex, 'owner_ref', values);
    default:
      return undefined;
  }
}

async function selectOfClaims(
  knex: Knex,
  column: 'entity_ref' | 'owner_ref',
  values: FilterValue[],
): Promise<number[] | undefined> {
  // An entity that nobody owns meets such a value as well.
  if (values.some(value => valuePattern(value).test(''))) {
    return undefined;
  }
  const query = knex('entity_claim').limit(FEW + 1);
  for (const value of values) {
    const pattern = likePattern(value);
    for (const text of [pattern, `%/${pattern}`]) {
      query.orWhereRaw(`lower(??) like ? escape '${LIKE_ESCAPE}'`, [
        column,
        text,
      ]);
    }
  }
  const refs: string[] = await query.pluck('entity_ref');
  return refs.length > FEW ? undefined : selectOfEntities(knex, refs);
}

async function selectOfEntities(
  knex: Knex,
  entityRefs: string[],
): Promise<number[] | undefined> {
  const ids: number[] = await knex('entity_match')
    .where('confirmed', true)
    .where(inList(knex, 'entity_ref', entityRefs, 'text'))
    .distinct()
    .limit(FEW + 1)
    .pluck('workload_id');
  return ids.length > FEW ? undefined : ids;
}
