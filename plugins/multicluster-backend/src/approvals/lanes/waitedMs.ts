import { JsonValue } from '@backstage/types';
import { StepRecord } from '../model/StepRecord';

/** Longer than from one look at a step that waits to the next, whatever they take: in between nobody looked. */
const LOOKED_MS = 30_000;

/**
 * For how long a step was seen to wait, at look after look, in milliseconds. Time in which nobody looked, as while the line was
 * stopped, says nothing of how it was then: after that it begins anew.
 *
 * @param memory - `waiting.ms`: for how long until the look before, `waiting.at`: when that was
 */
export function waitedMs(
  { memory }: Pick<StepRecord, 'memory'>,
  now: number,
): number {
  const { ms, at } = (memory?.waiting ?? {}) as Record<string, JsonValue>;
  return typeof ms === 'number' && typeof at === 'number' && isLooked(now - at)
    ? ms + now - at
    : 0;
}

function isLooked(gapMs: number): boolean {
  return gapMs >= 0 && gapMs <= LOOKED_MS;
}
