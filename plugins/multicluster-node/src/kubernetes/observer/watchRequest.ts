import { KubernetesStreamRequest } from '../transport/KubernetesRequest';
import { Lane } from './Lane';

/**
 * The request of a watch from a resourceVersion, or without one that of a streaming list which goes on as a watch.
 *
 * @param options - `listing`: whether the list has not ended yet; a list that stalls is given up earlier than a watch that
 * has nothing to tell
 * @internal
 */
export function watchRequest(
  lane: Lane,
  options: { resourceVersion: string | undefined; listing: () => boolean },
): KubernetesStreamRequest {
  const { timings, limits } = lane;
  const { resourceVersion, listing } = options;
  return {
    path: lane.path,
    query: {
      ...lane.query,
      watch: 1,
      allowWatchBookmarks: true,
      timeoutSeconds: Math.ceil((timings.watch / 1000) * (1 + lane.random())),
      ...(resourceVersion === undefined
        ? { sendInitialEvents: true, resourceVersionMatch: 'NotOlderThan' }
        : { resourceVersion }),
    },
    accept: lane.accept.watch,
    deadlineMs: timings.page,
    idleMs: () => (listing() ? timings.initialSilence : timings.silence),
    // The event around the object takes a few bytes too.
    maxLineBytes: limits.objectBytes + 64,
  };
}
