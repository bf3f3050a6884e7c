/** Classes of PostgreSQL: connection, resources, shutdown; and writes that a standby or a full disk refuses. */
const CLASSES = ['08', '53', '57', '58'];
const CODES = new Set([
  '25006',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'ETIMEDOUT',
  // Another process writes for longer than anybody waits.
  'SQLITE_BUSY',
  'SQLITE_FULL',
  'SQLITE_READONLY',
  'SQLITE_CANTOPEN',
]);

/** Whether the database could not be reached or could not write: nothing was accepted, and nothing is wrong with the request. */
export function isUnavailable(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) {
    return false;
  }
  const code = 'code' in error ? String(error.code) : '';
  const name = 'name' in error ? String(error.name) : '';
  const message = 'message' in error ? String(error.message) : '';
  return (
    CODES.has(code) ||
    code.startsWith('SQLITE_IOERR') ||
    (code.length === 5 && CLASSES.includes(code.slice(0, 2))) ||
    name === 'KnexTimeoutError' ||
    message.startsWith('Connection terminated') ||
    message.includes('Unable to acquire a connection')
  );
}
