import { draw } from '../lib/draw';
import { Crash, failPoints } from './Crash';

/** Long enough that the last step of a round is on its way. */
const LATEST_MS = 4_000;
/** The first, the second or the third time that the point is passed. */
const MOST_SKIPPED = 2;

/**
 * The crashes of a campaign: each point so many times, then so many at random moments.
 *
 * @returns the same list for the same numbers, so that it can be taken up anywhere
 */
export function planCrashes(options: {
  seed: number;
  eachPoint: number;
  random: number;
}): Crash[] {
  const { seed, eachPoint, random } = options;
  const points = failPoints.flatMap((point, index) =>
    Array.from({ length: eachPoint }, (_, time): Crash => {
      const crash = index * eachPoint + time;
      // The first time of all is tried always; what comes later is drawn.
      const skip = time && draw(seed, crash, 'skip', 0, MOST_SKIPPED);
      return { kind: 'point', point, skip };
    }),
  );
  const moments = Array.from(
    { length: random },
    (_, index): Crash => ({
      kind: 'time',
      afterMs: draw(seed, points.length + index, 'after', 0, LATEST_MS),
    }),
  );
  return [...points, ...moments];
}
