import { PermissionCriteria } from '@backstage/plugin-permission-common';
import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { isSqlite } from '../../inventory/sql/isSqlite';
import { ApprovalCondition, ApprovalFilter } from './ApprovalCondition';

type Builder = Knex.QueryBuilder;

/**
 * Restricts a query over `approval_request as r` to what a condition holds for. What cannot be read as a condition lets nothing
 * through.
 */
export function narrowToApprovals(
  knex: Knex,
  query: Builder,
  condition: ApprovalCondition,
): Builder {
  if (condition === 'all') {
    return query;
  }
  return condition === 'none'
    ? query.whereRaw('1 = 0')
    : query.where(part => narrow(knex, part, condition));
}

function narrow(
  knex: Knex,
  query: Builder,
  criteria: PermissionCriteria<ApprovalFilter>,
): void {
  if ('allOf' in criteria) {
    for (const part of criteria.allOf) {
      query.where(inner => narrow(knex, inner, part));
    }
  } else if ('anyOf' in criteria) {
    for (const part of criteria.anyOf) {
      query.orWhere(inner => narrow(knex, inner, part));
    }
  } else if ('not' in criteria) {
    // Conditions are never null, or "not" of one would let nothing through.
    query.whereNot(inner => narrow(knex, inner, criteria.not));
  } else {
    query.whereRaw('(?)', [conditionOf(knex, criteria)]);
  }
}

function conditionOf(knex: Knex, filter: ApprovalFilter): Knex.Raw {
  switch (filter.field) {
    case 'owner':
      return knex.raw('exists ?', [
        knex('approval_entity as o')
          .join('entity_claim as oc', 'oc.entity_ref', 'o.entity_ref')
          .select(knex.raw('1'))
          .whereRaw('o.request_id = r.id')
          .where('o.confirmed', true)
          .where(any =>
            any
              .where(inList(knex, 'oc.owner_ref', filter.values, 'text'))
              .orWhereRaw('(?)', [coOwnedBy(knex, filter.values)]),
          ),
      ]);
    case 'environment':
      return knex.raw(`(r.environment is not null and ?)`, [
        inList(knex, 'r.environment', filter.values, 'text'),
      ]);
    case 'kind':
      return inList(knex, 'r.kind', filter.values, 'text');
    case 'source':
      return inList(knex, 'r.source', filter.values, 'text');
    default:
      return knex.raw('1 = 0');
  }
}

/** An entity can have several owners; those beside the first are in the JSON of its claim. */
function coOwnedBy(knex: Knex, owners: string[]): Knex.Raw {
  const among = inList(knex, 'co.value', owners, 'text');
  return isSqlite(knex)
    ? knex.raw(
        `exists (select 1 from json_each(oc.claim, '$.coOwnerRefs') as co where ?)`,
        [among],
      )
    : knex.raw(
        `exists (select 1 from json_array_elements_text(coalesce(oc.claim::json -> 'coOwnerRefs', '[]'::json)) as co(value) where ?)`,
        [among],
      );
}
