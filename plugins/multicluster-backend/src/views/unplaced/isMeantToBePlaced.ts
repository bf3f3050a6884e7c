import { Knex } from 'knex';
import { isSqlite } from '../../inventory/sql/isSqlite';

/**
 * The condition that somebody means a workload `w` to be placed: it runs containers, it carries the id of an entity, a
 * policy has claimed it, or it is confirmed as an entity's. Whatever else a control plane holds, such as roles and settings
 * that no policy selects, is there for the control plane itself, and that it is on no cluster is no trouble of anybody.
 */
export function isMeantToBePlaced(knex: Knex): Knex.Raw {
  const images = isSqlite(knex)
    ? `json_array_length(w.fact, '$.images')`
    : `json_array_length(w.fact::json->'images')`;
  return knex.raw(
    `(w.policy_id is not null or w.kubernetes_id is not null
       or coalesce(${images}, 0) > 0
       or exists (select 1 from entity_match m where m.workload_id = w.id and m.confirmed = ?))`,
    [true],
  );
}
