import { createHash, timingSafeEqual } from 'node:crypto';
import { AuthenticationError, InputError } from '@backstage/errors';
import {
  HookHint,
  HookRequest,
} from '@fairway/backstage-plugin-multicluster-node';
import { SecretText } from '../session/SecretText';

/** As PipeCD makes them. */
const ID = /^[\w-]{1,64}$/;
/** A deployment with all its stages has some ten thousand characters. */
const LARGEST = 1024 * 1024;

/**
 * Reads a notification of a piped as a hint: the id of a deployment and nothing else, because the rest is the piped's own copy
 * and stale. The body is Go JSON without a content type.
 *
 * @throws AuthenticationError without the secret, InputError for what no piped sends
 * @internal
 */
export function readHook(
  hook: { secret: SecretText; header: string },
  { headers, body }: HookRequest,
): HookHint {
  if (!isEqual(headers[hook.header] ?? '', hook.secret.text)) {
    throw new AuthenticationError(
      'The secret of the webhook is missing or wrong',
    );
  }
  const event = body.length > LARGEST ? undefined : parse(body);
  if (!Number.isInteger(event?.Type)) {
    throw new InputError('This is no notification of a piped');
  }
  const id = event?.Metadata?.deployment?.id;
  return { runKeys: typeof id === 'string' && ID.test(id) ? [id] : [] };
}

interface Event {
  Type?: unknown;
  Metadata?: { deployment?: { id?: unknown } | null } | null;
}

function parse(body: Buffer): Event | undefined {
  try {
    const event: unknown = JSON.parse(body.toString('utf8'));
    return typeof event === 'object' && event !== null ? event : undefined;
  } catch {
    return undefined;
  }
}

/** In a time that tells nothing of where they differ, nor of how long the secret is. */
function isEqual(given: string, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}
