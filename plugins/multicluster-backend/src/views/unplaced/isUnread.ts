import { Knex } from 'knex';
import { UnreadScope } from './unreadPlacements';

/** The condition that a workload `w` lies where placements are not read. */
export function isUnread(knex: Knex, scopes: UnreadScope[]): Knex.Raw {
  if (scopes.length === 0) {
    return knex.raw('1 = 0');
  }
  const parts = scopes.map(
    ({ namespaced }) =>
      `(w.source_id = ? and w.namespace ${namespaced ? '<>' : '='} '')`,
  );
  return knex.raw(
    `(${parts.join(' or ')})`,
    scopes.map(({ sourceId }) => sourceId),
  );
}
