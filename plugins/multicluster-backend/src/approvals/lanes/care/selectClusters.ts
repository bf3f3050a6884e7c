import { ClusterFact } from '@fairway/backstage-plugin-multicluster-node';
import { ClusterState } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { parseJson } from '../../../util/parseJson';
import { Row } from '../../store/Row';
import { KnownCluster } from './lostClusters';

/** Clusters of a source, by name. */
export async function selectClusters(
  knex: Knex,
  source: string,
): Promise<ReadonlyMap<string, KnownCluster>> {
  const rows: Row[] = await knex('inventory_cluster as c')
    .join('inventory_source as s', 's.id', 'c.source_id')
    .where('s.name', source)
    .select('c.name', 'c.present', 'c.state', 'c.fact');
  return new Map(
    rows.map(row => {
      const fact = parseJson<Partial<ClusterFact>>(row.fact as string, {});
      const name = String(row.name);
      return [
        name,
        {
          name,
          present: Boolean(row.present),
          labels: fact.labels ?? {},
          state: row.state as ClusterState,
          taints: fact.taints ?? [],
        },
      ];
    }),
  );
}
