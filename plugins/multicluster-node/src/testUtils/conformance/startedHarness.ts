import { TestFrameworkGlobals } from './TestFrameworkGlobals';

/**
 * Has a harness started before the tests of a suite, and closed after them.
 *
 * @returns the harness; throws where it did not start, so that each test says so
 *
 * @internal
 */
export function startedHarness<Harness extends { close?(): Promise<void> }>(
  { beforeAll, afterAll }: TestFrameworkGlobals,
  createHarness: () => Promise<Harness>,
  timeoutMs: number,
): () => Harness {
  let harness: Harness | undefined;

  beforeAll(async () => {
    harness = await createHarness();
  }, timeoutMs);

  afterAll(async () => {
    await harness?.close?.();
  }, timeoutMs);

  return () => {
    if (!harness) {
      throw new Error('The harness did not start');
    }
    return harness;
  };
}
