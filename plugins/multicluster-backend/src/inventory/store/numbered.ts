const BIGINTS = [
  'state_since',
  'status_since',
  'recheck_at',
  'created_at',
  'finished_at',
  'generation',
] as const;

/** The row with numbers where PostgreSQL's driver gives text for a bigint. Ours are times and counts, far below 2^53. */
export function numbered<T extends object>(row: T): T {
  const record = row as Record<string, unknown>;
  for (const name of BIGINTS) {
    if (typeof record[name] === 'string') {
      record[name] = Number(record[name]);
    }
  }
  return row;
}
