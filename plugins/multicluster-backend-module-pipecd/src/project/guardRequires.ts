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
  const leadsTo = (from: string, to: string): boolean =>
    from === to || (result.get(from) ?? []).some(before => leadsTo(before, to));
  for (const [key, before] of wanted) {
    const kept: string[] = [];
    result.set(key, kept);
    for (const id of new Set(before)) {
      if (wanted.has(id) && !leadsTo(id, key)) {
        kept.push(id);
      }
    }
  }
  return result;
}
