import { apiPath } from '../transport/apiPath';
import { KubernetesError } from '../transport/KubernetesError';
import { KubernetesTransport } from '../transport/KubernetesTransport';
import { ServedResource } from './ApiCatalog';

interface GroupVersion {
  group: string;
  version: string;
}

interface ResourceList {
  resources?: Array<{
    name: string;
    kind: string;
    namespaced?: boolean;
    verbs?: string[];
  }>;
}

/** Reads discovery group by group, as servers offered it before they aggregated it. @internal */
export async function discoverLegacy(
  transport: KubernetesTransport,
  options: { groups?: readonly string[]; signal?: AbortSignal },
): Promise<{ resources: ServedResource[]; stale: string[] }> {
  const { groups, signal } = options;
  const all = await listVersions(transport, signal);
  const wanted = all.filter(({ group }) => !groups || groups.includes(group));
  const resources: ServedResource[] = [];
  const stale: string[] = [];
  for (const { group, version } of wanted) {
    try {
      const list = await transport.json<ResourceList>({
        path: group ? apiPath('apis', group, version) : apiPath('api', version),
        signal,
      });
      resources.push(...toResources({ group, version }, list));
    } catch (error) {
      if (!(error instanceof KubernetesError)) {
        throw error;
      }
      stale.push(`${group}/${version}`);
    }
  }
  return { resources, stale };
}

async function listVersions(
  transport: KubernetesTransport,
  signal?: AbortSignal,
): Promise<GroupVersion[]> {
  const core = await transport.json<{ versions?: string[] }>({
    path: '/api',
    signal,
  });
  const apis = await transport.json<{
    groups?: Array<{
      name: string;
      versions?: Array<{ version: string }>;
      preferredVersion?: { version: string };
    }>;
  }>({ path: '/apis', signal });
  const named = (apis.groups ?? []).flatMap(group => {
    const preferred = group.preferredVersion?.version;
    const versions = (group.versions ?? []).map(({ version }) => version);
    const ordered = preferred
      ? [preferred, ...versions.filter(version => version !== preferred)]
      : versions;
    return ordered.map(version => ({ group: group.name, version }));
  });
  return [
    ...(core.versions ?? []).map(version => ({ group: '', version })),
    ...named,
  ];
}

function toResources(
  { group, version }: GroupVersion,
  { resources: listed = [] }: ResourceList,
): ServedResource[] {
  return listed
    .filter(({ name }) => !name.includes('/'))
    .map(({ name, kind, namespaced = false, verbs = [] }) => ({
      group,
      version,
      resource: name,
      kind,
      namespaced,
      verbs,
      subresources: listed
        .filter(other => other.name.startsWith(`${name}/`))
        .map(other => other.name.slice(name.length + 1)),
    }));
}
