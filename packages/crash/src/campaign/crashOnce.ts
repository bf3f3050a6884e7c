import { setTimeout as sleep } from 'node:timers/promises';
import { Crash } from '../plan/Crash';
import { Portal } from '../portal/Portal';

/** A point that nobody passes for so long is not passed by what people do. */
const NO_DEATH_MS = 20_000;

/**
 * Lets a running portal die as was planned, and starts it again.
 *
 * @returns whether it died; false: nobody passed the point
 */
export async function crashOnce(
  portal: Portal,
  crash: Crash,
): Promise<boolean> {
  if (crash.kind === 'time') {
    if (crash.since === 'start') {
      // Dead already when its start is counted from.
      await portal.kill();
      await portal.launch();
    }
    await sleep(crash.afterMs);
    await portal.kill();
    await up(portal);
    return true;
  }
  portal.arm(crash);
  const died = await Promise.race([
    portal.gone().then(() => true),
    sleep(NO_DEATH_MS, false),
  ]);
  await portal.kill();
  await up(portal);
  return died;
}

async function up(portal: Portal): Promise<void> {
  await (
    await portal.launch()
  ).started;
}
