import assert from 'node:assert/strict';
import { RunsConformanceContext } from './RunsConformanceContext';

/** What `work` gives; nothing that changes something may have reached the tool by it. @internal */
export async function unsent<T>(
  context: RunsConformanceContext,
  work: () => Promise<T>,
): Promise<T> {
  const writes = context.ability('writes');
  const before = await writes();
  const result = await work();
  assert.equal((await writes()) - before, 0, 'something was sent');
  return result;
}
