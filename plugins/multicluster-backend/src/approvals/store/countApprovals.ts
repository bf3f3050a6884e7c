import { Knex } from 'knex';
import { ApprovalCounts } from '../../metrics/createApprovalMetrics';
import { Row } from './Row';

const OPEN_STEPS = [
  'queued',
  'waiting',
  'leased',
  'sent',
  'ambiguous',
  'halted',
  'needs-user',
];

/** What is open, by state. */
export async function countApprovals(knex: Knex): Promise<ApprovalCounts> {
  const requests: Row[] = await knex('approval_request')
    .whereNull('closed_at')
    .groupBy('state')
    .select('state')
    .count({ count: '*' });
  const steps: Row[] = await knex('approval_step')
    .whereIn('state', OPEN_STEPS)
    .groupBy('state')
    .select('state')
    .count({ count: '*' });
  return { requests: requests.map(toCount), steps: steps.map(toCount) };
}

function toCount({ state, count }: Row): { state: string; count: number } {
  return { state: String(state), count: Number(count) };
}
