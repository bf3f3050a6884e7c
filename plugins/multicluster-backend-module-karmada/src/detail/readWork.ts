import {
  apiPath,
  KubernetesError,
  KubernetesTransport,
  PodOwner,
  read,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { keys } from '../project/keys';
import { workName } from './workName';

/**
 * The Work that carries a workload to a cluster, joined by the permanent id of its binding.
 *
 * @remarks
 * Asked for by its name first: one object, 3 ms, however many Works there are. A label selector makes the server look at
 * all of a namespace, so it is only asked when the name does not lead there.
 *
 * @returns undefined when there is none
 * @throws KubernetesError
 * @internal
 */
export async function readWork(
  transport: KubernetesTransport,
  options: {
    cluster: string;
    workload: PodOwner;
    /** Permanent id of the binding. */
    id: string;
    signal: AbortSignal;
  },
): Promise<Record<string, unknown> | undefined> {
  const { cluster, workload, id, signal } = options;
  const path = apiPath(
    'apis',
    'work.karmada.io',
    'v1alpha1',
    'namespaces',
    `karmada-es-${cluster}`,
    'works',
  );
  try {
    const found = read.record(
      await transport.json({
        path: `${path}${apiPath(workName(workload))}`,
        signal,
      }),
    );
    if (permanentId(found) === id) {
      return found;
    }
  } catch (error) {
    if (!(error instanceof KubernetesError) || error.status !== 404) {
      throw error;
    }
  }
  const label = workload.namespace ? keys.rbId : keys.crbId;
  const list = read.record(
    await transport.json({
      path,
      query: { labelSelector: `${label}=${id}`, limit: 10 },
      signal,
    }),
  );
  const [first] = read.list(list.items);
  return first === undefined ? undefined : read.record(first);
}

function permanentId(work: Record<string, unknown>): unknown {
  const labels = read.record(read.record(work.metadata).labels);
  return labels[keys.rbId] ?? labels[keys.crbId];
}
