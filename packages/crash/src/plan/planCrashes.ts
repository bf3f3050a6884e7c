import { draw } from '../lib/draw';
import { Crash, failPoints } from './Crash';
import { StoryKind } from './StoryKind';

/** Long enough for people to vote, for a recall window to pass and for a decision to be on its way. */
const WORK_MS = 2_500;
/** About as long as a start takes. */
const START_MS = 1_500;
/** One in so many dies while it starts and takes up what the last one left. */
const WHILE_STARTING = 8;
/** The first, the second or the third time that the point is passed. */
const MOST_SKIPPED = 2;
/** Of how many replicas one is drawn, whatever the number that there are. */
const REPLICAS = 12;

/** No script asks about a lane. Lanes come first, while nothing else passes any point. */
const PASSED = [
  ...failPoints
    .filter(point => point !== 'after-answer')
    .map(point => ({ among: 'lanes', point } as const)),
  ...failPoints.map(point => ({ among: 'runs', point } as const)),
] satisfies Array<{ among: StoryKind; point: string }>;

/**
 * The crashes of a campaign: each point so many times for each kind of thing that is decided about, then so many at random moments.
 *
 * @returns the same list for the same numbers, so that it can be taken up anywhere
 */
export function planCrashes(options: {
  seed: number;
  eachPoint: number;
  random: number;
}): Crash[] {
  const { seed, eachPoint, random } = options;
  const points = PASSED.flatMap((passed, index) =>
    Array.from({ length: eachPoint }, (_, time): Crash => {
      const crash = index * eachPoint + time;
      // The first time of all is tried always; what comes later is drawn.
      const skip = time && draw(seed, crash, 'skip', 0, MOST_SKIPPED);
      return { kind: 'point', ...passed, skip };
    }),
  );
  const moments = Array.from({ length: random }, (_, index) =>
    moment(seed, points.length + index),
  );
  return [...points, ...moments];
}

function moment(seed: number, crash: number): Crash {
  const early = draw(seed, crash, 'since', 1, WHILE_STARTING) === 1;
  const longest = early ? START_MS : WORK_MS;
  return {
    kind: 'time',
    since: early ? 'start' : 'ready',
    afterMs: draw(seed, crash, 'after', 0, longest),
    replica: draw(seed, crash, 'replica', 0, REPLICAS - 1),
  };
}
