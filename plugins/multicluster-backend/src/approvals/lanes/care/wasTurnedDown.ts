import { Knex } from 'knex';
import { RequestRecord } from '../../model/RequestRecord';
import { requestRows } from '../../store/requestRows';
import { Row } from '../../store/Row';
import { gateKeyOf } from '../../subject/gateKeyOf';
import { LaneRef } from '../LaneRef';

/** How people, or time, ended what was not to go out, or not to go on. */
const TURNED_DOWN: ReadonlyArray<RequestRecord['state']> = [
  'rejected',
  'failed',
  'expired',
];

/**
 * Whether the last request of a lane was ended otherwise than by its effect, and was about content that is held now: what is done
 * about that is for people, however often it was approved before.
 *
 * @param contents - what is held, without numbers of copies
 */
export async function wasTurnedDown(
  knex: Knex,
  { source, policyKey }: LaneRef,
  contents: readonly string[],
): Promise<boolean> {
  const row: Row | undefined = await knex('approval_request')
    .where('gate_key', gateKeyOf({ kind: 'lane', source, policyKey }))
    .orderBy('generation', 'desc')
    .first();
  if (!row) {
    return false;
  }
  const { state, detail } = requestRows.of(row, []);
  const was = detail.withoutReplicas && Object.values(detail.withoutReplicas);
  return (
    TURNED_DOWN.includes(state) &&
    (was === undefined || was.some(digest => contents.includes(digest)))
  );
}
