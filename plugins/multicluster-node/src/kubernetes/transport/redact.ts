import { secretForms } from './secretForms';

const patterns: RegExp[] = [
  /\b(?:bearer|basic)(?:\s|\+|%20)+[^\s"',;]+/gi,
  // A JSON Web Token, whatever stands around it.
  /\beyJ[\w-]{4,}\.[\w-]+(?:\.[\w-]*)?/g,
  /-----BEGIN [^-]+-----[\s\S]*?(?:-----END [^-]+-----|$)/g,
  // user:password@ in an address, and a token alone; a password can hold further signs of either kind.
  /\/\/[^\s/@:]*:[^\s"']*@/g,
  /\bhttps?:\/\/[^\s/@]+@/g,
  // Also as part of a longer name, such as access_token, X-Api-Key or client-key-data; and with the quotes of JSON in JSON.
  /(?:authorization|cookie|password|passwd|passphrase|secret|token|credential|api[-_]?key|private[-_]?key|access[-_]?key|(?:key|certificate)-data)[\w-]{0,20}\\*["']?\s{0,8}(?:[:=]|%3[ad])\s{0,8}\\*["']?[^\s"',;&]+/gi,
];

/**
 * Characters that are looked at; 300 are kept. The patterns above cost up to the length squared, and a message inside a
 * stream can have megabytes.
 */
const LOOKED_AT = 4096;

/**
 * Takes credentials out of text that a server sent, and makes it one printable line of at most 300 characters.
 *
 * @param secrets - values that must not appear, whatever they look like and however they are encoded
 * @public
 */
export function redact(text: string, secrets: readonly string[] = []): string {
  let safe = text;
  for (const form of secrets.flatMap(secretForms)) {
    safe = safe.split(form).join('[redacted]');
  }
  if (safe.length > LOOKED_AT) {
    // Not in the middle of a word: half a credential may look like none.
    const end = safe.lastIndexOf(' ', LOOKED_AT);
    safe = end < 0 ? '[redacted]' : safe.slice(0, end);
  }
  for (const pattern of patterns) {
    safe = safe.replace(pattern, '[redacted]');
  }
  // Line breaks and escapes from a cluster must not forge log lines.
  safe = safe.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
  return safe.length > 300 ? `${safe.slice(0, 299)}…` : safe;
}
