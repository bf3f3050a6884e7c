import {
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { SourceRegistry } from '../../service/SourceRegistry';
import { FleetHealth, LaneHealth } from '../health/SourceHealth';
import { sayOr } from '../sayOr';
import { WorkloadRecord } from '../rows/WorkloadRecord';
import { selectPlacementPolicies } from './selectPlacementPolicies';

/**
 * Why nothing placed some workloads, by workload id, in the words of their sources. Placed ones are left out. Of a source
 * whose placements were never read nobody can say that it placed nothing.
 */
export async function explainUnplaced(
  knex: Knex,
  sources: SourceRegistry,
  records: WorkloadRecord[],
  health: FleetHealth,
): Promise<Map<number, Sentence>> {
  const unplaced = records.filter(record => !record.placement);
  const unread = await unreadSources(knex, unplaced, health);
  const policies = await selectPlacementPolicies(
    knex,
    unplaced.filter(record => !unread.has(record.sourceId)),
  );
  return new Map(
    unplaced.map(record => {
      const fleet = sources.get(record.controlPlane)?.fleet;
      const otherwise = sentence('view.unplaced');
      const workload = record.fact;
      if (unread.has(record.sourceId)) {
        const source = record.controlPlane;
        return [record.id, sentence('view.unplaced.unread', { source })];
      }
      if (!fleet || !workload) {
        return [record.id, otherwise];
      }
      const own = policies
        .filter(
          item =>
            item.sourceId === record.sourceId &&
            ['', record.namespace].includes(item.policy.namespace),
        )
        .map(item => item.policy);
      return [
        record.id,
        sayOr(
          () => fleet.explainUnplaced({ workload, policies: own }),
          otherwise,
        ),
      ];
    }),
  );
}

/** Sources that are read for the first time, or of which a list was never read and no placement is known. */
async function unreadSources(
  knex: Knex,
  records: WorkloadRecord[],
  health: FleetHealth,
): Promise<Set<number>> {
  const unread = new Set<number>();
  for (const id of new Set(records.map(record => record.sourceId))) {
    const source = health.sources.find(item => item.sourceId === id);
    if (source && !source.everRead) {
      unread.add(id);
    } else if (source?.lanes.some(isNeverRead)) {
      const placed = await knex('inventory_placement')
        .where('source_id', id)
        .first('id');
      if (!placed) {
        unread.add(id);
      }
    }
  }
  return unread;
}

function isNeverRead(lane: LaneHealth): boolean {
  return lane.state !== 'off' && !lane.everRead;
}
