import { PolicyFact } from '@fairway/backstage-plugin-multicluster-node';
import { Knex } from 'knex';
import { parseJson } from '../../util/parseJson';

/** Placement policies that can select templates of these namespaces, cluster-scoped ones included. */
export async function selectPlacementPolicies(
  knex: Knex,
  scopes: Array<{ sourceId: number; namespace: string }>,
): Promise<Array<{ sourceId: number; policy: PolicyFact }>> {
  if (scopes.length === 0) {
    return [];
  }
  const rows = await knex('inventory_policy')
    .whereIn('source_id', [...new Set(scopes.map(item => item.sourceId))])
    .where('role', 'placement')
    .whereIn('namespace', [
      ...new Set(['', ...scopes.map(item => item.namespace)]),
    ])
    .select('source_id', 'fact');
  return rows.flatMap(row => {
    const policy = parseJson<PolicyFact | undefined>(row.fact, undefined);
    return policy ? { sourceId: row.source_id, policy } : [];
  });
}
