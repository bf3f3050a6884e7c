const MAX = 200;

/**
 * What is told of an error: one line of at most 200 characters, without control characters. Addresses and anything that looks
 * like a credential are left out, because it is stored, shown and audited.
 *
 * @param credential - what was sent along, which is left out whatever it looks like
 */
export function shortReason(error: unknown, credential?: string): string {
  const message = error instanceof Error ? error.message : String(error);
  return (
    (credential ? message.replaceAll(credential, '…') : message)
      .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
      .replace(/\b(bearer|basic)\s+\S+/gi, '$1 …')
      .replace(/\bhttps?:\/\/\S+/gi, '…')
      // A cookie has blanks between its parts, so that nothing behind it is told.
      .replace(/\bcookie["']?\s*[:=].*/i, 'cookie …')
      .replace(/\S*(?:\.kube\/|kubeconfig)\S*/gi, '…')
      .replace(/\b[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}\b/g, '…')
      .replace(
        /((?:token|secret|password|authorization)["']?\s*[:=]\s*)\S+/gi,
        '$1…',
      )
      .trim()
      .slice(0, MAX)
  );
}
