import { KubernetesError } from '../transport/KubernetesError';
import { resourcePath } from '../transport/resourcePath';
import { Lane } from './Lane';
import { RelistNeededError } from './RelistNeededError';

/**
 * Asks the server whether an object is gone, for a deletion that came with a version from before: some servers send the one
 * that the object had, and a deletion that is merely old must not remove what was made anew.
 *
 * @param id - `<namespace>/<name>`
 * @throws RelistNeededError when the server does not tell: the event will not come again
 * @internal
 */
export async function isGone(
  lane: Lane,
  id: string,
  signal: AbortSignal,
): Promise<boolean> {
  const { transport, resource } = lane.options;
  const [namespace, name] = id.split('/', 2);
  try {
    await transport.request({
      path: resourcePath(resource, { namespace, name }),
      deadlineMs: lane.timings.verify,
      signal,
    });
    return false;
  } catch (error) {
    if (error instanceof KubernetesError && error.status === 404) {
      return true;
    }
    signal.throwIfAborted();
    throw new RelistNeededError('a deletion could not be confirmed');
  }
}
