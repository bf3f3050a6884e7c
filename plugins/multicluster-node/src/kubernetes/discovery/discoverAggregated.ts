import { KubernetesTransport } from '../transport/KubernetesTransport';
import { ServedResource } from './ApiCatalog';

interface GroupDiscoveryList {
  kind?: string;
  items?: Array<{
    metadata?: { name?: string };
    versions?: Array<{
      version: string;
      freshness?: string;
      resources?: Array<{
        resource: string;
        responseKind?: { kind?: string };
        scope?: string;
        verbs?: string[];
        subresources?: Array<{ subresource: string }>;
      }>;
    }>;
  }>;
}

const accept = [
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList',
  'application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList',
  'application/json',
].join(',');

/**
 * Reads aggregated discovery.
 *
 * @returns undefined when the server has none
 * @internal
 */
export async function discoverAggregated(
  transport: KubernetesTransport,
  signal?: AbortSignal,
): Promise<{ resources: ServedResource[]; stale: string[] } | undefined> {
  const lists = await Promise.all(
    ['/api', '/apis'].map(path =>
      transport.json<GroupDiscoveryList>({ path, accept, signal }),
    ),
  );
  if (lists.some(list => list?.kind !== 'APIGroupDiscoveryList')) {
    return undefined;
  }
  const versions = lists
    .flatMap(list => list.items ?? [])
    .flatMap(item =>
      (item.versions ?? []).map(version => ({
        ...version,
        group: item.metadata?.name ?? '',
      })),
    );
  return {
    resources: versions.flatMap(({ group, version, resources = [] }) =>
      resources.map(served => ({
        group,
        version,
        resource: served.resource,
        kind: served.responseKind?.kind ?? '',
        namespaced: served.scope === 'Namespaced',
        verbs: served.verbs ?? [],
        subresources: (served.subresources ?? []).map(sub => sub.subresource),
      })),
    ),
    stale: versions
      .filter(({ freshness }) => freshness === 'Stale')
      .map(({ group, version }) => `${group}/${version}`),
  };
}
