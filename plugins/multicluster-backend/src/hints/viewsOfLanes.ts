import { Knex } from 'knex';
import { selectConcerned } from '../approvals/lanes/selectConcerned';
import { LANES_VIEW } from './viewNames';

/**
 * Names of the views that show a lane which placed one of these workloads. Of lanes that somebody else holds no hint tells: every
 * change of the fleet would have to be looked up for them.
 */
export async function viewsOfLanes(
  knex: Knex,
  workloadIds: number[],
): Promise<string[]> {
  const armed: Array<{ source: string; policyKey: string }> = await knex(
    'approval_lane',
  )
    .whereNull('disarmed_at')
    .select('source', 'policy_key as policyKey');
  if (armed.length === 0) {
    return [];
  }
  const concerned = await selectConcerned(knex, workloadIds);
  return armed.some(({ source, policyKey }) =>
    concerned.has(JSON.stringify([source, policyKey])),
  )
    ? [LANES_VIEW]
    : [];
}
