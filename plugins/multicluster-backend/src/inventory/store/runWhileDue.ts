/**
 * Takes the steps again and again, one kind after the other, until each finds nothing more to do.
 *
 * @param steps - each gives back how much it found
 * @param forMs - for how long to go on
 * @returns whether something is left to do
 */
export async function runWhileDue(
  steps: Array<() => Promise<number>>,
  signal: AbortSignal | undefined,
  forMs: number,
): Promise<boolean> {
  const until = performance.now() + forMs;
  for (const step of steps) {
    while ((await step()) > 0) {
      if (signal?.aborted || performance.now() > until) {
        return true;
      }
    }
  }
  return false;
}
