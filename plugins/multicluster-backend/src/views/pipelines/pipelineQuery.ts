import { Knex } from 'knex';
import { latestRun } from './latestRun';

/** Pipelines `p` that their tool still has, with source `s`, agent `a` and the run `r` that each is shown with. */
export function pipelineQuery(knex: Knex): Knex.QueryBuilder {
  return knex('inventory_pipeline as p')
    .join('inventory_source as s', 's.id', 'p.source_id')
    .leftJoin('inventory_agent as a', join =>
      join.on('a.source_id', 'p.source_id').on('a.key', 'p.agent_key'),
    )
    .joinRaw('left join inventory_run as r on r.id = ?', [latestRun(knex)])
    .where('p.present', true);
}
