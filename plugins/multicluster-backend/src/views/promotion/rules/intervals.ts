/** From, until; milliseconds since the epoch. */
export type Interval = readonly [number, number];

/** The same time as intervals in order that do not touch. Empty and backward ones are left out. */
export function union(intervals: Interval[]): Interval[] {
  const sorted = intervals
    .filter(([from, to]) => to > from)
    .sort((a, b) => a[0] - b[0]);
  const merged: Interval[] = [];
  for (const [from, to] of sorted) {
    const last = merged[merged.length - 1];
    if (last && from <= last[1]) {
      merged[merged.length - 1] = [last[0], Math.max(last[1], to)];
    } else {
      merged.push([from, to]);
    }
  }
  return merged;
}

/** What of some intervals lies in another. */
export function within(
  intervals: Interval[],
  [from, to]: Interval,
): Interval[] {
  return union(
    intervals.map(item => [Math.max(item[0], from), Math.min(item[1], to)]),
  );
}

/** What of some intervals lies in none of the others. */
export function without(intervals: Interval[], others: Interval[]): Interval[] {
  return union(others).reduce<Interval[]>(
    (left, [from, to]) =>
      union(
        left.flatMap((item): Interval[] => [
          [item[0], Math.min(item[1], from)],
          [Math.max(item[0], to), item[1]],
        ]),
      ),
    union(intervals),
  );
}

/** How long some intervals are together, milliseconds. */
export function lengthOf(intervals: Interval[]): number {
  return union(intervals).reduce((sum, [from, to]) => sum + to - from, 0);
}
