import assert from 'node:assert/strict';

/**
 * Both say the same as JSON. Not `deepEqual`: what a client decoded may be of another realm than the test, as under Jest, and
 * equal arrays of two realms are not equal to it.
 *
 * @internal
 */
export function assertSame(
  actual: unknown,
  expected: unknown,
  message?: string,
): void {
  assert.deepEqual(plain(actual), plain(expected), message);
}

function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
