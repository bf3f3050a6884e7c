import { Knex } from 'knex';

/**
 * The id of the run that a pipeline `p` is shown with: the one that is under way, which is the oldest that is not over, else
 * the newest. Looked up by index for each pipeline.
 */
export function latestRun(knex: Knex): Knex.Raw {
  return knex.raw(
    `coalesce(
      (select o.id from inventory_run o where o.pipeline_id = p.id and o.active = ? order by o.created_at, o.id limit 1),
      (select n.id from inventory_run n where n.pipeline_id = p.id order by n.created_at desc, n.id desc limit 1))`,
    [true],
  );
}
