import { setTimeout as sleep } from 'node:timers/promises';
import { checkLeft } from '../check/checkLeft';
import { checkTwice } from '../check/checkTwice';
import { Violation } from '../check/Violation';
import { Stream } from '../stream/Stream';
import { CampaignOptions } from './CampaignOptions';
import { openWorld } from './openWorld';
import { Tried, tryCrashes } from './tryCrashes';
import { World } from './World';

/** {@inheritDoc runCampaign} */
export interface CampaignResult extends Tried {
  /** What came to its end, and decisions that had their effect at the far end. */
  runs: Stream['totals'];
  lanes: Stream['totals'];
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
  const { runs, lanes } = world.streams;
  try {
    const tried = await tryCrashes(world, options);
    await settle(world);
    const { tool, plane } = world;
    const late = checkTwice(tool.left);
    const left = checkLeft(plane.left, plane.lanes);
    return {
      ...tried,
      runs: runs.totals,
      lanes: lanes.totals,
      violations: [...runs.violations, ...lanes.violations, ...late, ...left],
      evidence: [
        ...runs.evidence,
        ...lanes.evidence,
        ...(late.length > 0 ? tool.left : []),
        ...(left.length > 0 ? [...plane.left, plane.lanes] : []),
      ],
    };
  } finally {
    await world.close();
  }
}

/** Waits for what has begun, and no longer than it may take. */
async function settle({ streams, giveUp }: World): Promise<void> {
  const over = Promise.all(Object.values(streams).map(one => one.end()));
  await Promise.race([over, sleep(PATIENCE_MS, undefined, { ref: false })]);
  giveUp();
  await over;
}
