const NAMES = [
  'NotAllowedError',
  'NotFoundError',
  'ServiceUnavailableError',
  'InputError',
];

/**
 * Whether a source wrote the message of an error for people to read: the contract names these. Any other can quote the
 * request it failed at, and with it a credential.
 */
export function isMeantForReaders(error: unknown): error is Error {
  return error instanceof Error && NAMES.includes(error.name);
}
