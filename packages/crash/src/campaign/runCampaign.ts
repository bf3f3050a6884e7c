import { setTimeout as sleep } from 'node:timers/promises';
import { checkLeft } from '../check/checkLeft';
import { checkTwice } from '../check/checkTwice';
import { checkVerdict } from '../check/checkVerdict';
import { Violation } from '../check/Violation';
import { LANES } from '../portal/crashWorld';
import { Stream } from '../stream/Stream';
import { CampaignOptions } from './CampaignOptions';
import { openWorld } from './openWorld';
import { Tried, tryCrashes } from './tryCrashes';
import { verifyTrail } from './verifyTrail';
import { World } from './World';

/** {@inheritDoc runCampaign} */
export interface CampaignResult extends Tried {
  /** What came to its end, and decisions that had their effect at the far end. */
  runs: Stream['totals'];
  lanes: Stream['totals'];
  /** Stops of the line that were lifted again. */
  stops: number;
  /** How many times it was answered that a lane was armed or disarmed. */
  turns: number;
  /** Of the trail. */
  entries: number;
  violations: Violation[];
  /** All logs of that at which something was violated. */
  evidence: unknown[];
}

/** What is not over so long after the last crash never will be. */
const PATIENCE_MS = 120_000;

/**
 * Crashes the portal again and again over one database, while people vote, take back and refuse, scripts ask and lanes are
 * released; what one crash leaves may meet the next. Everything is judged by the logs of the far ends and of the people when it is
 * over, and all of them when the last crash is. Ends at the first violation.
 */
export async function runCampaign(
  options: CampaignOptions,
): Promise<CampaignResult> {
  const world = await openWorld(options);
  const { stops, turns } = world;
  const { runs, lanes } = world.streams;
  try {
    const tried = await tryCrashes(world, options);
    await settle(world);
    const { tool, plane } = world;
    const late = checkTwice(tool.left);
    const left = checkLeft(
      plane.left,
      plane.lanes.filter(({ name }) => LANES.includes(name)),
    );
    const trail = await verifyTrail(options.dir, options.database);
    return {
      ...tried,
      runs: runs.totals,
      lanes: lanes.totals,
      stops: stops.over,
      turns: turns.over,
      entries: trail.entries,
      violations: [
        ...runs.violations,
        ...lanes.violations,
        ...stops.violations,
        ...turns.violations,
        ...late,
        ...left,
        ...checkVerdict(trail),
      ],
      evidence: [
        ...runs.evidence,
        ...lanes.evidence,
        ...stops.evidence,
        ...turns.evidence,
        ...(late.length > 0 ? tool.left : []),
        ...(left.length > 0 ? [...plane.left, plane.lanes] : []),
        ...trail.findings,
      ],
    };
  } finally {
    await world.close();
  }
}

/** Waits for what has begun, and no longer than it may take. */
async function settle({ streams, stops, turns, giveUp }: World): Promise<void> {
  const all = [...Object.values(streams), stops, turns];
  const over = Promise.all(all.map(one => one.end()));
  await Promise.race([over, sleep(PATIENCE_MS, undefined, { ref: false })]);
  giveUp();
  await over;
}
