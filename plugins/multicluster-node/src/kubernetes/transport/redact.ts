const patterns: RegExp[] = [
  /\b(?:bearer|basic)\s+[^\s"',;]+/gi,
  // A JSON Web Token, whatever stands around it.
  /\beyJ[\w-]{4,}\.[\w-]+(?:\.[\w-]*)?/g,
  /-----BEGIN [^-]+-----[\s\S]*?(?:-----END [^-]+-----|$)/g,
  // user:password@ in an address.
  /\/\/[^\s/@]+:[^\s/@]+@/g,
  /\b(?:authorization|cookie|set-cookie|password|passwd|secret|token|client-key-data|client-certificate-data)\b["']?\s*[:=]\s*["']?[^\s"',;&]+/gi,
];

/**
 * Takes credentials out of text that a server sent, and makes it one printable line of at most 300 characters.
 *
 * @param secrets - values that must not appear, whatever they look like
 * @public
 */
export function redact(text: string, secrets: readonly string[] = []): string {
  let safe = text;
  for (const secret of secrets) {
    if (secret.length >= 4) {
      safe = safe.split(secret).join('[redacted]');
    }
  }
  for (const pattern of patterns) {
    safe = safe.replace(pattern, '[redacted]');
  }
  // Line breaks and escapes from a cluster must not forge log lines.
  safe = safe.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
  return safe.length > 300 ? `${safe.slice(0, 299)}…` : safe;
}
