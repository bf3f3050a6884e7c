import { Advance, RequestEffect, Situation } from './AdvanceResult';
import { outcome } from './outcome';

/**
 * A decision that stands from now on. Where the source needs the person's own token it is delivered by the request that seals
 * it: there is nothing to recall then, and a crash leaves its steps ambiguous.
 */
export function sealed(
  situation: Pick<Situation, 'delivery'>,
  decision: 'approve' | 'reject',
  more: {
    before?: RequestEffect[];
    bypass?: boolean;
    atOnce?: boolean;
    nextGeneration?: boolean;
  } = {},
): Advance {
  const { before = [], bypass = false, atOnce, nextGeneration } = more;
  const leased = situation.delivery === 'in-request';
  return outcome.moved(
    leased ? 'delivering' : 'queued',
    [
      ...before,
      { type: 'seal', decision, bypass, leased, ...(atOnce && { atOnce }) },
    ],
    { decision, nextGeneration },
  );
}
