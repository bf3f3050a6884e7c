/** Whether the database refused a row because there is one with the same key: somebody else was first. */
export function isUniqueViolation(error: unknown): boolean {
  const code =
    typeof error === 'object' && error !== null && 'code' in error
      ? String(error.code)
      : '';
  return code === '23505' || code.startsWith('SQLITE_CONSTRAINT');
}
