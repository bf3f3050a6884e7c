/** Repeats an assertion until it holds, or fails with its last error. */
export async function eventually(
  assertion: () => Promise<void> | void,
  options?: { withinMs?: number; everyMs?: number },
): Promise<void> {
  const until = performance.now() + (options?.withinMs ?? 5_000);
  for (;;) {
    try {
      await assertion();
      return;
    } catch (error) {
      if (performance.now() > until) {
        throw error;
      }
      await new Promise(resolve => setTimeout(resolve, options?.everyMs ?? 20));
    }
  }
}
