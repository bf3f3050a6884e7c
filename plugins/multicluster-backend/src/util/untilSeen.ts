import { setTimeout } from 'node:timers/promises';

/**
 * Waits until something is there.
 *
 * @param timing - in milliseconds: how often it is looked for, and after which it is given up
 * @returns whether it was there in time
 */
export async function untilSeen(
  isThere: () => Promise<boolean>,
  { everyMs, withinMs }: { everyMs: number; withinMs: number },
): Promise<boolean> {
  const end = performance.now() + withinMs;
  while (!(await isThere())) {
    if (performance.now() >= end) {
      return false;
    }
    await setTimeout(everyMs);
  }
  return true;
}
