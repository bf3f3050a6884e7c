import { setTimeout as sleep } from 'node:timers/promises';
import { Measured } from '../portal/startMeasured';
import { Delivery } from './startDelivery';

/** What an answer says of a run, as far as the bench needs it. */
export interface SeenRun {
  id: string;
  nativeId: string;
  summary?: string;
}

/** Asks for a view as a person. */
export async function ask<T>(
  portal: Measured,
  token: string,
  request: string,
): Promise<T> {
  const answer = await fetch(`${portal.url}/api/multicluster/v1/${request}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  if (!answer.ok) {
    throw new Error(`${request}: ${answer.status} ${await answer.text()}`);
  }
  return (await answer.json()) as T;
}

/**
 * Changes runs again and again, each at a moment of its own, and reads until the change is seen. Milliseconds from the change
 * to the answer that shows it; NaN where none did within 20 seconds.
 */
export async function measureVisible(options: {
  delivery: Delivery;
  /** Keys at the source. */
  runs: string[];
  seconds: number;
  /** What a reader reads of these runs. */
  read: (run: string) => Promise<SeenRun | undefined>;
  /** Milliseconds between two looks of a reader. */
  everyMs: number;
  /** Up to so many milliseconds, by chance, before a run is changed again. */
  restMs: number;
}): Promise<number[]> {
  const { delivery, runs, seconds, read, everyMs, restMs } = options;
  const until = Date.now() + seconds * 1000;
  const seen: number[] = [];
  /** A reader goes on to look while nothing happens. */
  const lookOn = async (run: string, ms: number) => {
    const end = performance.now() + ms;
    do {
      await sleep(Math.min(everyMs, Math.max(0, end - performance.now())));
      await read(run);
    } while (performance.now() < end);
  };
  const follow = async (run: string) => {
    for (let n = 1; Date.now() < until; n++) {
      await lookOn(run, Math.random() * restMs);
      const say = `step ${n} at ${Date.now()}`;
      const changed = performance.now();
      await delivery.change(run, say);
      let shown = false;
      while (!shown && performance.now() - changed < 20_000) {
        await sleep(everyMs);
        shown = (await read(run))?.summary === say;
      }
      seen.push(shown ? performance.now() - changed : NaN);
    }
  };
  await Promise.all(runs.map(follow));
  return seen;
}
