import { ClustersFacet } from '@fairway/backstage-plugin-multicluster-node';
import { Knex } from 'knex';
import { ClusterRow } from '../../views/clusters/ClusterRow';
import { rankLosses } from '../../views/impact/rankLosses';
import { selectAffected } from '../../views/impact/selectAffected';
import { severityOf } from '../../views/impact/severityOf';
import { CordonReach } from './effectsOfCordon';

const NAMED = 3;

/** Reads what runs on a cluster and where else new work could go, from the stored rows. */
export async function readCordonReach(
  knex: Knex,
  cluster: ClusterRow,
  context: { clusters: ClusterRow[]; facet: ClustersFacet },
): Promise<CordonReach> {
  const losses = await rankLosses(knex, cluster.id);
  const alone = losses.filter(loss => severityOf(loss) === 'no-other-copy');
  const named = alone.slice(0, NAMED);
  const affected = await selectAffected(knex, cluster.id, named);
  return {
    workloads: losses.length,
    alone: named.flatMap(({ placementId }) => {
      const workload = affected.get(placementId)?.workload;
      return workload ? [`${workload.namespace}/${workload.name}`] : [];
    }),
    aloneTotal: alone.length,
    others: context.clusters
      .filter(
        ({ id, controlPlane, present, state, fact }) =>
          id !== cluster.id &&
          controlPlane === cluster.controlPlane &&
          present &&
          state === 'ready' &&
          fact !== undefined &&
          !context.facet.isCordoned(fact),
      )
      .map(({ name }) => name),
    unplaced: await countUnplaced(knex, cluster.sourceId),
  };
}

async function countUnplaced(knex: Knex, sourceId: number): Promise<number> {
  const row = await knex('inventory_placement')
    .where({ source_id: sourceId, state: 'unscheduled', dependency: false })
    .count({ count: '*' })
    .first();
  return Number(row?.count ?? 0);
}
