import {
  KubernetesTransport,
  PodOwner,
  PodSearch,
  resourcePath,
  selectingResources,
  selectorOf,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { Discovery } from '../Discovery';

/** How old discovery may be for finding the plural of a kind. */
const DISCOVERY_MS = 600_000;

/**
 * How the pods of a workload are found, from what the control plane knows of it. Whatever cannot be read here is looked
 * for in the member.
 *
 * @internal
 */
export async function findSearch(
  workload: PodOwner,
  options: {
    read: KubernetesTransport;
    discovery: Discovery;
    signal: AbortSignal;
    deadlineMs: number;
  },
): Promise<PodSearch> {
  const { group, kind, namespace, name } = workload;
  const key = `${group}/${kind}`;
  if (key === '/Pod' || key === 'batch/CronJob') {
    return {};
  }
  const { read, discovery, deadlineMs } = options;
  const resource = Object.hasOwn(selectingResources, key)
    ? selectingResources[key]
    : (
        discovery.known ??
        (await discovery.read(DISCOVERY_MS).catch(() => undefined))
      )?.findKind({ group, kind });
  // A Job is given its selector by the member it runs on.
  if (!resource || key === 'batch/Job') {
    return { resource };
  }
  try {
    const template = await read.json({
      path: resourcePath(resource, { namespace, name }),
      signal: options.signal,
      // The members wait for this, and have only as long as is left.
      deadlineMs: deadlineMs / 4,
    });
    return { resource, selector: selectorOf(template) };
  } catch {
    options.signal.throwIfAborted();
    return { resource };
  }
}
