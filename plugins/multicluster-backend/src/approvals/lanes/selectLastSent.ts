import { Knex } from 'knex';
import { Row } from '../store/Row';
import { laneStepKey } from './laneStepKey';

/** What was sent last to a lane. */
export interface SentStep {
  requestId: string;
  isHold: boolean;
  /** Whether anything of the lane is on its way, or may be. */
  inHand: boolean;
  /** Milliseconds since the epoch. */
  observedAt?: number;
  /** Whether the lane was held again after it, by no step. */
  heldSince: boolean;
}

const IN_HAND = ['leased', 'sent', 'ambiguous'];
/** States in which a step that holds has held: one that was refused, or that halted, leaves the lane as the release before it did. */
const HELD = ['observed', 'unproven', 'not-needed'];

/** What was sent last to a lane, of any of its requests, and a hold only where it had its effect; undefined: nothing ever. */
export async function selectLastSent(
  knex: Knex,
  gateKey: string,
): Promise<SentStep | undefined> {
  // By deliveries: of steps there is no index by request.
  const steps = () =>
    knex('approval_request as r')
      .join('approval_delivery as d', 'd.request_id', 'r.id')
      .join('approval_step as s', 's.delivery_id', 'd.id')
      .where('r.gate_key', gateKey);
  const row: Row | undefined = await steps()
    .whereNotNull('s.sent_at')
    .where(query =>
      query.whereNot('s.key', 'like', 'hold%').orWhereIn('s.state', HELD),
    )
    .orderBy([
      { column: 's.sent_at', order: 'desc' },
      { column: 's.ordinal', order: 'desc' },
    ])
    .select('s.*')
    .first();
  if (!row) {
    return undefined;
  }
  const requestId = String(row.request_id);
  const [busy, again] = await Promise.all([
    steps().whereIn('s.state', IN_HAND).first('s.id'),
    knex('approval_audit')
      .where({ request_id: requestId, action: 'lane.held-again' })
      .where('at', '>=', Number(row.sent_at))
      .first('seq'),
  ]);
  return {
    requestId,
    isHold: laneStepKey.read(String(row.key)).what === 'hold',
    inHand: busy !== undefined,
    ...(row.observed_at !== null && { observedAt: Number(row.observed_at) }),
    heldSince: again !== undefined,
  };
}
