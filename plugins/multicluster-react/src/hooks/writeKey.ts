/**
 * A key by which the back end recognises a repetition: 128 random bits. `crypto.randomUUID` is not there on pages that came
 * without encryption.
 *
 * @internal
 */
export function writeKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
