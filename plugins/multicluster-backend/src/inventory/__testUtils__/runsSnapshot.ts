import { Knex } from 'knex';

/** What readers may see of pipelines, agents, runs and gates, as lines of text. */
export async function runsSnapshot(knex: Knex): Promise<string[]> {
  const runs = await knex('inventory_run as r')
    .join('inventory_pipeline as p', 'p.id', 'r.pipeline_id')
    .select('r.key', 'r.status', 'r.active', 'r.derived', 'p.key as pipeline');
  const pipelines = await knex('inventory_pipeline').select('key', 'present');
  const agents = await knex('inventory_agent').select('key', 'state');
  const gates = await knex('inventory_gate as g')
    .join('inventory_run as r', 'r.id', 'g.run_id')
    .select('r.key', 'g.gate_id', 'g.state', 'g.actionable');
  return [
    ...runs.map(row => {
      const { summary } = JSON.parse(row.derived);
      const beside = summary === undefined ? '' : `: ${summary}`;
      const over = row.active ? '' : ' (over)';
      return `run ${row.pipeline}/${row.key} ${row.status}${over}${beside}`;
    }),
    ...pipelines.map(
      row => `pipeline ${row.key} ${row.present ? 'present' : 'gone'}`,
    ),
    ...agents.map(row => `agent ${row.key} ${row.state}`),
    ...gates.map(
      row =>
        `gate ${row.key}/${row.gate_id} ${row.state}${
          row.actionable ? ' actionable' : ''
        }`,
    ),
  ].sort();
}
