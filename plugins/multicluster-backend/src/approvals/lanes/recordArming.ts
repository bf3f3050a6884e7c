import { ApprovalStore } from '../store/ApprovalStore';
import { LaneBaseline } from './BaselineReader';
import { LaneBook } from './LaneBook';
import { LaneFacts } from './LaneFacts';
import { LaneRef } from './LaneRef';
import { recordContent } from './recordContent';

/**
 * Writes down that a lane was armed or disarmed, and what clusters had at that moment.
 *
 * @param done - `given`: what was dispatched; nothing of what was held back
 */
export async function recordArming(
  { store, book }: { store: ApprovalStore; book: LaneBook },
  { ref, facts }: { ref: LaneRef; facts: LaneFacts },
  done: {
    action: 'arm' | 'disarm';
    by: string;
    reason: string;
    given: LaneBaseline['dispatched'];
  },
): Promise<void> {
  const { action, by, reason, given } = done;
  await store.transaction(async trx => {
    const at = await store.now(trx);
    // Armed anew it begins with what is there now; what was held before, and lifted by hand, is over.
    await book.disarm(trx, ref, { by, at });
    if (action === 'arm' && facts.policy) {
      const placements = facts.placements.map(({ key }) => key).sort();
      await book.arm(trx, {
        ...ref,
        armedBy: by,
        armedAt: at,
        detail: { reason, policy: facts.policy, placements },
      });
      await recordContent(
        trx,
        ref,
        given.map(item => ({
          ...item,
          appliedAt: at,
          proven: true,
          approved: false,
        })),
      );
    }
  });
}
