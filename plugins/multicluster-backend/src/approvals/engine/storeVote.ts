import { RequestChange } from '../store/RequestChange';
import type { EffectContext } from './applyAdvance';

/** Adds the vote that is cast. One that counts takes the place of what the voter said before. */
export function storeVote(
  change: RequestChange,
  as: 'counted' | 'late',
  { vote }: EffectContext,
): void {
  if (!vote) {
    return;
  }
  if (as === 'counted') {
    change.counted
      .filter(({ voter }) => voter === vote.record.voter)
      .forEach(({ id }) =>
        change.updateVote(id, { status: 'withdrawn', reason: 'replaced' }),
      );
  }
  change.addVote({ ...vote.record, status: as }, vote.evidence);
}
