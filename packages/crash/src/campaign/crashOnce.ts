import { setTimeout as sleep } from 'node:timers/promises';
import { Crash } from '../plan/Crash';
import { Replicas } from '../portal/Replicas';

/** A point that nobody passes for so long is not passed by what people do. */
const NO_DEATH_MS = 45_000;
/** How long the others are alone where there are several: they take up what the dead one left, and go on with their own. */
const ALONE_MS = 2_000;

/**
 * Lets a running portal, or one of several, die as was planned, and starts it again.
 *
 * @returns whether it died; false: nobody passed the point
 */
export async function crashOnce(
  replicas: Replicas,
  crash: Crash,
): Promise<boolean> {
  const died =
    crash.kind === 'time'
      ? await dieInTime(replicas, crash)
      : await dieAtPoint(replicas, crash);
  if (replicas.several) {
    await sleep(ALONE_MS);
  }
  await replicas.up();
  return died;
}

async function dieInTime(
  replicas: Replicas,
  crash: Extract<Crash, { kind: 'time' }>,
): Promise<true> {
  const portal = replicas.at(crash.replica);
  if (crash.since === 'start') {
    // Dead already when its start is counted from.
    await portal.kill();
    await portal.launch();
  }
  await sleep(crash.afterMs);
  await portal.kill();
  return true;
}

async function dieAtPoint(
  replicas: Replicas,
  crash: Extract<Crash, { kind: 'point' }>,
): Promise<boolean> {
  replicas.arm(crash);
  const died = await Promise.race([
    replicas.oneGone().then(() => true),
    sleep(NO_DEATH_MS, false),
  ]);
  replicas.arm(null);
  return died;
}
