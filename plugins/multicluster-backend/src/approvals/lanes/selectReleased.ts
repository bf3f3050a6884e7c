import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { Row } from '../store/Row';
import { laneStepKey } from './laneStepKey';

/**
 * Clusters that requests about lanes have released already, by the id of the request: those whose wave is over, of the generation that is
 * open, whether its effect was seen or cannot be proven. They are held again until the next wave, and nothing waits for them.
 */
export async function selectReleased(
  knex: Knex,
  requestIds: string[],
): Promise<Map<string, string[]>> {
  if (requestIds.length === 0) {
    return new Map();
  }
  const rows: Row[] = await knex('approval_step as s')
    .join('approval_request as r', join =>
      join.on('r.id', 's.request_id').andOn('r.generation', 's.generation'),
    )
    .where(inList(knex, 's.request_id', requestIds, 'text'))
    .whereIn('s.state', ['observed', 'unproven'])
    .select('s.request_id', 's.key');
  const released = new Map<string, string[]>();
  for (const row of rows) {
    const id = String(row.request_id);
    const step = laneStepKey.read(String(row.key));
    if (step.what === 'release') {
      released.set(id, [...(released.get(id) ?? []), ...step.clusters]);
    }
  }
  return released;
}
