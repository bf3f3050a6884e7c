/**
 * When an object was last changed, as far as the server noted it (to the second) in `managedFields`.
 *
 * @returns milliseconds since the epoch
 * @internal
 */
export function changedAt(object: Record<string, unknown>): number | undefined {
  const { managedFields } = (object.metadata ?? {}) as {
    managedFields?: unknown;
  };
  if (!Array.isArray(managedFields)) {
    return undefined;
  }
  const times = managedFields
    .map(entry => Date.parse(entry?.time))
    .filter(time => !Number.isNaN(time));
  return times.length > 0 ? Math.max(...times) : undefined;
}
