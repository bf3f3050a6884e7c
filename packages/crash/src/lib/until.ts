import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE_MS = 50;

/** Asks again and again; undefined once the time is up. An attempt that throws counts as one that is not so yet. */
export async function until<T>(
  ms: number,
  attempt: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const end = Date.now() + ms;
  do {
    const result = await attempt().catch(() => undefined);
    if (result !== undefined) {
      return result;
    }
    await sleep(PAUSE_MS);
  } while (Date.now() < end);
  return undefined;
}
