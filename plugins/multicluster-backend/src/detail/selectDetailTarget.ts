import {
  DetailRequest,
  PlacementFact,
  WorkloadFact,
} from '@fairway/backstage-plugin-multicluster-node';
import { Knex } from 'knex';
import { parseJson } from '../util/parseJson';

/** What a source must be told to read a workload's details. */
export interface DetailTarget {
  controlPlane: string;
  workload: DetailRequest['workload'];
  placement?: PlacementFact;
  /** Clusters it is placed on. */
  clusters: string[];
}

/** Reads {@link DetailTarget} by the id of a workload. */
export async function selectDetailTarget(
  knex: Knex,
  workloadId: string,
): Promise<DetailTarget | undefined> {
  const row = await knex('inventory_workload as w')
    .join('inventory_source as s', 's.id', 'w.source_id')
    .leftJoin('inventory_placement as p', 'p.workload_id', 'w.id')
    .where('w.hash', workloadId)
    .orderBy([{ column: 'p.dependency' }, { column: 'p.id' }])
    .first(
      's.name as control_plane',
      'w.api_group',
      'w.api_version',
      'w.kind',
      'w.namespace',
      'w.name',
      'w.fact',
      'p.id as placement_id',
      'p.fact as placement_fact',
    );
  if (!row) {
    return undefined;
  }
  const clusters: Array<{ name: string }> =
    row.placement_id === null
      ? []
      : await knex('inventory_target as t')
          .join('inventory_cluster as c', 'c.id', 't.cluster_id')
          .where('t.placement_id', row.placement_id)
          .orderBy('c.name')
          .select('c.name');
  const fact = parseJson<WorkloadFact | undefined>(row.fact, undefined);
  return {
    controlPlane: row.control_plane,
    workload: {
      group: row.api_group,
      version: fact?.version ?? row.api_version,
      kind: row.kind,
      namespace: row.namespace,
      name: row.name,
    },
    placement: parseJson<PlacementFact | undefined>(
      row.placement_fact,
      undefined,
    ),
    clusters: clusters.map(cluster => cluster.name),
  };
}
