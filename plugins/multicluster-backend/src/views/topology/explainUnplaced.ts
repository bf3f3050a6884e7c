import {
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { SourceRegistry } from '../../service/SourceRegistry';
import { WorkloadRecord } from '../rows/WorkloadRecord';
import { selectPlacementPolicies } from './selectPlacementPolicies';

/** Why nothing placed some workloads, by workload id, in the words of their sources. Placed ones are left out. */
export async function explainUnplaced(
  knex: Knex,
  sources: SourceRegistry,
  records: WorkloadRecord[],
): Promise<Map<number, Sentence>> {
  const unplaced = records.filter(record => !record.placement);
  const policies = await selectPlacementPolicies(knex, unplaced);
  return new Map(
    unplaced.map(record => {
      const fleet = sources.get(record.controlPlane)?.fleet;
      if (!fleet || !record.fact) {
        return [record.id, sentence('view.unplaced')];
      }
      const own = policies.filter(
        item =>
          item.sourceId === record.sourceId &&
          ['', record.namespace].includes(item.policy.namespace),
      );
      return [
        record.id,
        fleet.explainUnplaced({
          workload: record.fact,
          policies: own.map(item => item.policy),
        }),
      ];
    }),
  );
}
