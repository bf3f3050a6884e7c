/**
 * What stages require, of those that are shown, such that a graph can be drawn: never themselves, nothing unknown, no circle
 * (the requirement that would close one is left out).
 *
 * @param wanted - for each shown stage the ids that it names, in the order of the tool
 * @internal
 */
export function guardRequires(
  wanted: ReadonlyMap<string, readonly string[]>,
): Map<string, string[]> {
  const result = new Map<string, string[]>();
  for (const [key, before] of wanted) {
    const kept: string[] = [];
    result.set(key, kept);
    for (const id of new Set(before)) {
      if (wanted.has(id) && !leadsTo(id, key, result)) {
        kept.push(id);
      }
    }
  }
  return result;
}

/** Each node is looked at once: graphs of live resources can be large, and garbage can be a lattice. */
function leadsTo(
  from: string,
  to: string,
  requires: ReadonlyMap<string, readonly string[]>,
): boolean {
  const seen = new Set([from]);
  for (const id of seen) {
    if (id === to) {
      return true;
    }
    (requires.get(id) ?? []).forEach(before => seen.add(before));
  }
  return false;
}
