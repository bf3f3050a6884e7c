import { KubernetesError } from '../transport/KubernetesError';
import { KubernetesTransport } from '../transport/KubernetesTransport';
import { ApiCatalog } from './ApiCatalog';
import { discoverAggregated } from './discoverAggregated';
import { discoverLegacy } from './discoverLegacy';

/**
 * Learns what an API server serves: in two requests where it has aggregated discovery (Kubernetes 1.26 and later), and
 * group by group elsewhere.
 *
 * @param options - `groups`: the groups of interest; on servers without aggregated discovery the others are not asked for
 * @throws KubernetesError when the server cannot be reached or refuses; a group behind it that does not answer is `stale`
 * @public
 */
export async function discoverApi(
  transport: KubernetesTransport,
  options: { groups?: readonly string[]; signal?: AbortSignal } = {},
): Promise<ApiCatalog> {
  const found =
    (await discoverAggregated(transport, options.signal)) ??
    (await discoverLegacy(transport, options));
  return ApiCatalog.create({
    ...found,
    gitVersion: await readVersion(transport, options.signal),
  });
}

async function readVersion(
  transport: KubernetesTransport,
  signal?: AbortSignal,
): Promise<string | undefined> {
  try {
    const version = await transport.json<{ gitVersion?: unknown }>({
      path: '/version',
      signal,
    });
    const { gitVersion } = version ?? {};
    return typeof gitVersion === 'string' ? gitVersion : undefined;
  } catch (error) {
    // Some installations hide it; everything else works without.
    if (error instanceof KubernetesError && error.code !== 'unreachable') {
      return undefined;
    }
    throw error;
  }
}
