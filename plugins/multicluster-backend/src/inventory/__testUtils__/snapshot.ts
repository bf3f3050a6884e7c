import { Knex } from 'knex';

/** What readers may see of the tables, as lines of text: placements and their targets, and templates. */
export async function snapshot(knex: Knex): Promise<string[]> {
  const targets = await knex('inventory_placement as p')
    .leftJoin('inventory_target as t', 't.placement_id', 'p.id')
    .leftJoin('inventory_cluster as c', 'c.id', 't.cluster_id')
    .select(
      'p.key',
      'p.state as summary',
      'c.name as cluster',
      't.state',
      't.derived',
    );
  const workloads = await knex('inventory_workload').select('key', 'present');
  const clusters = await knex('inventory_cluster').select(
    'name',
    'present',
    'state',
  );
  const policies = await knex('inventory_policy').select('key');
  return [
    ...targets.map(row => {
      const derived = row.derived ? JSON.parse(row.derived) : undefined;
      const versions = derived?.versions
        .map(({ version }: { version: string }) => version)
        .join();
      return derived
        ? `${row.key} ${row.summary}: ${row.cluster} ${row.state} ${derived.versionKnowledge} ${versions}`
        : `${row.key} ${row.summary}: nowhere`;
    }),
    ...workloads.map(row => `${row.key} ${row.present ? 'present' : 'stub'}`),
    ...clusters.map(
      row => `${row.name} ${row.present ? 'present' : 'stub'} ${row.state}`,
    ),
    ...policies.map(row => row.key),
  ].sort();
}
