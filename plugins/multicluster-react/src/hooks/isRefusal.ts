import { errorStatus } from '../store';

/** Answers after which the same request may well be answered otherwise. */
const PASSING = new Set([408, 425, 429, 502, 503, 504]);

/**
 * Whether an error is the word of the back end and not trouble on the way to it; with the stable code of the refusal.
 *
 * @internal
 */
export function isRefusal(error: unknown): { code?: string } | undefined {
  const status = errorStatus(error);
  const { body } = (error ?? {}) as {
    body?: { code?: unknown; error?: { code?: unknown } };
  };
  const code = [body?.error?.code, body?.code].find(
    (value): value is string => typeof value === 'string',
  );
  // A stopped line or a source that is not read answers 503, and would again: the code tells them from a proxy.
  const final =
    status !== undefined && (!PASSING.has(status) || code !== undefined);
  return final ? { code } : undefined;
}
