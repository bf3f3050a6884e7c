/**
 * Runs observations side by side. The first that rejects stops the others; the result rejects with its reason after all
 * have ended, so that nothing writes on behalf of a lost lease.
 *
 * @param signal - stops all
 * @param observations - each is given the signal it must heed
 * @public
 */
export async function observeAll(
  signal: AbortSignal,
  observations: Array<(signal: AbortSignal) => Promise<void>>,
): Promise<void> {
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  let failure: { error: unknown } | undefined;
  await Promise.all(
    observations.map(async observe => {
      try {
        await observe(either);
      } catch (error) {
        failure ??= { error };
        stop.abort(error);
      }
    }),
  );
  if (failure && !signal.aborted) {
    throw failure.error;
  }
}
