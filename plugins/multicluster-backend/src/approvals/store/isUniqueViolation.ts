/** SQLite names what was violated; its short code is that of NOT NULL and of foreign keys too. */
const UNIQUE = new Set([
  '23505',
  'SQLITE_CONSTRAINT_UNIQUE',
  'SQLITE_CONSTRAINT_PRIMARYKEY',
  'SQLITE_CONSTRAINT_ROWID',
]);

/** Whether the database refused a row because there is one with the same key: somebody else was first. */
export function isUniqueViolation(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    UNIQUE.has(String(error.code))
  );
}
