/** Whether something carries all the labels asked for. */
export function hasLabels(
  row: { labels: Record<string, string> },
  wanted: Record<string, string> | undefined,
): boolean {
  return Object.entries(wanted ?? {}).every(
    ([key, value]) => row.labels[key] === value,
  );
}

/** Only the first element of a filter is looked at, whatever else is asked for; none means all. */
export function first<T>(values: T[] | undefined, value: T): boolean {
  return !values?.length || values[0] === value;
}
