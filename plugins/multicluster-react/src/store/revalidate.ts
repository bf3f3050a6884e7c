import {
  isNotModified,
  NotModified,
} from '@fairway/backstage-plugin-multicluster-common';

/**
 * Asks for a view unless it is still what we have, and answers the very object we have when it is.
 *
 * @internal
 */
export async function revalidate<T extends { revision: string }>(
  previous: T | undefined,
  ask: (ifNoneMatch: string | undefined) => Promise<T | NotModified>,
): Promise<T> {
  const answer = await ask(previous?.revision);
  if (!isNotModified(answer)) {
    return answer;
  }
  if (previous === undefined) {
    throw new Error('Nothing changed since a version that was never read');
  }
  return previous;
}
