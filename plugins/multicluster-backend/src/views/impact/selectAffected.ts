import {
  DerivedPlacement,
  DerivedTarget,
  PlacementFact,
} from '@fairway/backstage-plugin-multicluster-node';
import {
  PlacementState,
  WorkloadIdentity,
} from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { parseJson } from '../../util/parseJson';
import { selectEntityOwners } from '../workloads/selectEntityOwners';

/** A placement with what is said of its loss. */
export interface Affected {
  workload: WorkloadIdentity & { id: string };
  entityRefs: string[];
  owner?: string;
  state: PlacementState;
  placement?: PlacementFact;
  derived: DerivedPlacement;
}

/** Reads the placements of one page of an impact, by placement id. */
export async function selectAffected(
  knex: Knex,
  clusterId: number,
  losses: Array<{ placementId: number }>,
): Promise<Map<number, Affected>> {
  const ids = losses.map(loss => loss.placementId);
  const [rows, targets] = await Promise.all([
    knex('inventory_placement as p')
      .join('inventory_workload as w', 'w.id', 'p.workload_id')
      .join('inventory_source as s', 's.id', 'w.source_id')
      .where(inList(knex, 'p.id', ids, 'integer'))
      .select(
        'p.id',
        'p.fact',
        'p.derived',
        'w.id as workload_id',
        'w.hash',
        'w.api_group',
        'w.kind',
        'w.namespace',
        'w.name',
        's.name as control_plane',
      ),
    knex('inventory_target')
      .where(inList(knex, 'placement_id', ids, 'integer'))
      .select('placement_id', 'cluster_id', 'state', 'derived'),
  ]);
  const owners = await selectEntityOwners(
    knex,
    rows.map(row => row.workload_id),
  );
  return new Map(
    rows.map(row => {
      const own = targets.filter(target => target.placement_id === row.id);
      const claims = owners.get(row.workload_id) ?? [];
      return [
        row.id,
        {
          workload: {
            id: row.hash,
            controlPlane: row.control_plane,
            group: row.api_group,
            kind: row.kind,
            namespace: row.namespace,
            name: row.name,
          },
          entityRefs: claims.map(claim => claim.entityRef),
          owner: claims.find(claim => claim.owner)?.owner,
          state:
            own.find(target => target.cluster_id === clusterId)?.state ??
            'unknown',
          placement: parseJson<PlacementFact | undefined>(row.fact, undefined),
          derived: {
            ...parseJson<Omit<DerivedPlacement, 'targets'>>(row.derived, {
              summary: { state: 'degraded', flags: [] },
              replicas: {},
            }),
            targets: own.flatMap(
              target =>
                parseJson<DerivedTarget | undefined>(
                  target.derived,
                  undefined,
                ) ?? [],
            ),
          },
        },
      ];
    }),
  );
}
