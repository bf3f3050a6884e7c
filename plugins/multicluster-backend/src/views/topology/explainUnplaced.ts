import {
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { SourceRegistry } from '../../service/SourceRegistry';
import { FleetHealth } from '../health/SourceHealth';
import { sayOr } from '../sayOr';
import { unreadPlacements, unreadScopeOf } from '../unplaced/unreadPlacements';
import { WorkloadRecord } from '../rows/WorkloadRecord';
import { selectPlacementPolicies } from './selectPlacementPolicies';

/**
 * Why nothing placed some workloads, by workload id, in the words of their sources. Placed ones are left out. Of a source
 * whose placements are not read nobody can say that it placed nothing, see unreadPlacements.
 */
export async function explainUnplaced(
  knex: Knex,
  sources: SourceRegistry,
  records: WorkloadRecord[],
  health: FleetHealth,
): Promise<Map<number, Sentence>> {
  const unplaced = records.filter(record => !record.placement);
  const scopes = unreadPlacements(health, sources);
  const policies = await selectPlacementPolicies(
    knex,
    unplaced.filter(record => !unreadScopeOf(record, scopes)),
  );
  return new Map(
    unplaced.map(record => {
      const fleet = sources.get(record.controlPlane)?.fleet;
      const otherwise = sentence('view.unplaced');
      const workload = record.fact;
      const unread = unreadScopeOf(record, scopes);
      if (unread) {
        return [record.id, unread.reason];
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
