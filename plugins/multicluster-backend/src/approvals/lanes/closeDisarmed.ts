import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { ApprovalEngine } from '../engine/ApprovalEngine';
import { RequestRecord } from '../model/RequestRecord';
import { Row } from '../store/Row';

/** Their delivery finds it by itself, and says so of the step that it concerns. */
const ON_THEIR_WAY: ReadonlyArray<RequestRecord['state']> = [
  'delivering',
  'unknown',
  'halted',
];

/**
 * Closes requests about lanes that are not armed any more: nothing is held for them, and nothing would be released.
 *
 * @param armed - keys of the gates of those that are
 */
export async function closeDisarmed(
  knex: Knex,
  engine: Pick<ApprovalEngine, 'endedUndecided'>,
  armed: ReadonlySet<string>,
): Promise<void> {
  const rows: Row[] = await knex('approval_request')
    .whereNull('closed_at')
    .where('kind', 'lane')
    .whereNotIn('state', [...ON_THEIR_WAY])
    .select('id', 'gate_key');
  for (const row of rows) {
    if (!armed.has(String(row.gate_key))) {
      await engine.endedUndecided(String(row.id), {
        how: 'cancelled',
        sentence: sentence('lane.step.disarmed'),
      });
    }
  }
}
