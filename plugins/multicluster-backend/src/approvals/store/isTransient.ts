/** Deadlock, serialisation failure, lock not available: the transaction wrote nothing and may be run again. */
const TRANSIENT = new Set([
  '40001',
  '40P01',
  '55P03',
  'SQLITE_BUSY',
  'SQLITE_BUSY_SNAPSHOT',
  'SQLITE_LOCKED',
]);

/** Whether a transaction failed for a reason that another run of it may not meet. */
export function isTransient(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    TRANSIENT.has(String(error.code))
  );
}
