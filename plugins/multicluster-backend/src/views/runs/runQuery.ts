import { Knex } from 'knex';

/** Runs `r` with pipeline `p`, source `s`, and the agent `a` that executes it, or else its pipeline. */
export function runQuery(knex: Knex): Knex.QueryBuilder {
  return knex('inventory_run as r')
    .join('inventory_pipeline as p', 'p.id', 'r.pipeline_id')
    .join('inventory_source as s', 's.id', 'r.source_id')
    .joinRaw(
      'left join inventory_agent as a on a.source_id = r.source_id and a.key = coalesce(r.agent_key, p.agent_key)',
    );
}
