import { setTimeout as sleep } from 'node:timers/promises';

/** What an open loop saw. */
export interface OpenLoop {
  /** Milliseconds from when a request was due until its answer was read. */
  latencies: number[];
  failed: number;
  /** Bytes of the largest answer. */
  bytes: number;
}

/** Sends requests at a fixed rate, whether or not earlier ones were answered. */
export async function openLoop(options: {
  perSecond: number;
  seconds: number;
  request(n: number): Promise<{ ok: boolean; bytes: number }>;
}): Promise<OpenLoop> {
  const { perSecond, seconds, request } = options;
  const result: OpenLoop = { latencies: [], failed: 0, bytes: 0 };
  const started = performance.now();
  const pending: Promise<void>[] = [];
  for (let n = 0; n < perSecond * seconds; n++) {
    const due = started + (n * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) {
      await sleep(wait);
    }
    pending.push(
      request(n).then(
        ({ ok, bytes }) => {
          result.latencies.push(performance.now() - due);
          result.failed += ok ? 0 : 1;
          result.bytes = Math.max(result.bytes, bytes);
        },
        () => {
          result.failed += 1;
        },
      ),
    );
  }
  await Promise.all(pending);
  return result;
}
