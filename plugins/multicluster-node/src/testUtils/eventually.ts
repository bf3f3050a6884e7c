/**
 * Resolves with what `probe` gives once that is truthy.
 *
 * @param probe - asked every 10 ms
 * @returns rejects with an Error that carries `message` (or a general one) when `timeoutMs` (10 s) passed
 * @public
 */
export async function eventually<T>(
  probe: () => T | Promise<T>,
  options: { timeoutMs?: number; message?: string | (() => string) } = {},
): Promise<NonNullable<T>> {
  const { timeoutMs = 10_000, message = 'the condition did not come true' } =
    options;
  const end = performance.now() + timeoutMs;
  for (;;) {
    const value = await probe();
    if (value) {
      return value;
    }
    if (performance.now() > end) {
      const text = typeof message === 'function' ? message() : message;
      throw new Error(`After ${timeoutMs} ms: ${text}`);
    }
    await new Promise(resolve => setTimeout(resolve, 10));
  }
}
