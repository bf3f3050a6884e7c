import { KubernetesError } from '../transport/KubernetesError';
import { compareResourceVersions } from './compareResourceVersions';
import { Lane } from './Lane';

/**
 * Whether a server can be watched from a resourceVersion.
 *
 * @remarks
 * A watch from a version that the server has not reached hangs in silence, without bookmark or error: it happens when etcd
 * was restored from a backup. A list of one object tells at the cost of a few milliseconds.
 *
 * @returns false when the server is behind what we already saw, so that only a full list tells the truth
 * @throws KubernetesError when the server does not answer
 * @internal
 */
export async function verifyPosition(
  lane: Lane,
  position: string,
  signal: AbortSignal,
): Promise<boolean> {
  const list = await lane.options.transport.json<{
    metadata?: { resourceVersion?: unknown };
  }>({
    path: lane.path,
    query: { ...lane.query, limit: 1 },
    accept: lane.accept.list,
    deadlineMs: lane.timings.verify,
    signal,
  });
  const version = list?.metadata?.resourceVersion;
  if (typeof version !== 'string' || version === '') {
    throw new KubernetesError(
      `GET ${lane.path} failed: the answer is no list`,
      {
        code: 'malformed',
      },
    );
  }
  lane.health.contact();
  const order = compareResourceVersions(version, position);
  return order === undefined || order >= 0;
}
