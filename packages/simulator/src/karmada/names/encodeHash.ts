const ALPHABET = 'bcdfghjklmnpqrstvwxz2456789';

/**
 * The suffix of Work names and of the depended-by label: every decimal digit of the FNV-1a hash put through the
 * alphabet of 27 letters that Kubernetes considers safe.
 */
export function encodeHash(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) {
    hash ^= byte;
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  return [...String(hash)]
    .map(digit => ALPHABET[digit.charCodeAt(0) % ALPHABET.length])
    .join('');
}
