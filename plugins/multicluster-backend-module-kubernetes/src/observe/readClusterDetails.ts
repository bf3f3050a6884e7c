import {
  KubernetesError,
  KubernetesTransport,
  read,
  resourcePath,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { NodeSummary, summariseNodes } from '../project/summariseNodes';

/** What a cluster says of itself; what may not be read is absent. @internal */
export interface ClusterDetails extends NodeSummary {
  uid?: string;
  version?: string;
}

const DEADLINE_MS = 10_000;

/** A page of nodes: of a large cluster each takes 10 to 20 KB. */
const PAGE = 100;

/**
 * Reads uid, version and nodes, each of which may be refused by itself.
 *
 * @throws KubernetesError when the cluster cannot be reached
 * @internal
 */
export async function readClusterDetails(
  transport: KubernetesTransport,
  { signal }: { signal: AbortSignal },
): Promise<ClusterDetails> {
  const get = async (path: string, query = {}) =>
    read.record(
      await transport.json({ path, query, signal, deadlineMs: DEADLINE_MS }),
    );
  const [uid, version, nodes] = await Promise.all([
    unlessRefused(async () => {
      const found = await get('/api/v1/namespaces/kube-system');
      return read.string(read.record(found.metadata).uid);
    }),
    unlessRefused(async () => read.string((await get('/version')).gitVersion)),
    unlessRefused(async () => summariseNodes(await listNodes(get))),
  ]);
  return {
    ...(uid && { uid }),
    ...(version && { version }),
    ...nodes,
  };
}

async function listNodes(
  get: (path: string, query: object) => Promise<Record<string, unknown>>,
): Promise<unknown[]> {
  const path = resourcePath({ group: '', version: 'v1', resource: 'nodes' });
  const nodes: unknown[] = [];
  let next: string | undefined;
  do {
    const list = await get(path, { limit: PAGE, continue: next });
    nodes.push(...read.list(list.items));
    next = read.string(read.record(list.metadata).continue);
  } while (next);
  return nodes;
}

async function unlessRefused<T>(
  call: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await call();
  } catch (error) {
    if (
      error instanceof KubernetesError &&
      (error.code === 'forbidden' || error.code === 'not-served')
    ) {
      return undefined;
    }
    throw error;
  }
}
