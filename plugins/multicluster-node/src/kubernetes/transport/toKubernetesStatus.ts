/** What is read of a `Status`. @public */
export interface KubernetesStatus {
  code?: number;
  reason?: string;
  message?: string;
  /** From `details.retryAfterSeconds`. */
  retryAfterMs?: number;
}

/**
 * Reads a Status out of text or of a parsed object.
 *
 * @returns undefined when it is none
 * @public
 */
export function toKubernetesStatus(
  source: unknown,
): KubernetesStatus | undefined {
  const value = typeof source === 'string' ? parse(source) : source;
  if (!isRecord(value) || value.kind !== 'Status') {
    return undefined;
  }
  const details = isRecord(value.details) ? value.details : {};
  const seconds = details.retryAfterSeconds;
  return {
    ...(typeof value.code === 'number' && { code: value.code }),
    ...(typeof value.reason === 'string' && { reason: value.reason }),
    ...(typeof value.message === 'string' && { message: value.message }),
    ...(typeof seconds === 'number' &&
      seconds > 0 && { retryAfterMs: seconds * 1000 }),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
