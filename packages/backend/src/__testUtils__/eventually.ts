import { setTimeout as sleep } from 'node:timers/promises';

/** Repeats an assertion until it holds, or fails with its last error. */
export async function eventually(
  assertion: () => Promise<void>,
  withinMs = 30_000,
): Promise<void> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    try {
      await assertion();
      return;
    } catch (error) {
      if (performance.now() > deadline) {
        throw error;
      }
      await sleep(100);
    }
  }
}
