import { Config, ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';

const KEY = 'kubernetes.clusterLocatorMethods';

/** A cluster of the portal's own list, as configuration of ours. @internal */
export interface PortalCluster {
  name: string;
  configKey: string;
  entry: JsonObject;
}

/** What of the portal's list cannot be used here. @internal */
export interface UnusedPortalCluster {
  name?: string;
  configKey: string;
  reason: string;
}

/**
 * Reads the cluster list that the portal already has. Only what is written down there with a token can be observed in the
 * background; everything else is handed back with the reason, because a cluster that nobody watches must not be silent.
 *
 * @internal
 */
export function portalClusters(config: Config): {
  clusters: PortalCluster[];
  unused: UnusedPortalCluster[];
} {
  const clusters: PortalCluster[] = [];
  const unused: UnusedPortalCluster[] = [];
  const methods = listOf(config, KEY);
  if (!methods || methods.length === 0) {
    unused.push({
      configKey: KEY,
      reason: methods
        ? 'is empty, and multicluster.kubernetes.fromPortal asks for its clusters'
        : 'must be a list',
    });
    return { clusters, unused };
  }
  methods.forEach((method, index) => {
    const methodKey = `${KEY}[${index}]`;
    const type = method.getOptional('type');
    if (type !== 'config') {
      unused.push({
        configKey: `${methodKey}.type`,
        reason: `clusters of the locator ${JSON.stringify(
          type,
        )} are not read here: list those that are wanted under multicluster.kubernetes.clusters`,
      });
      return;
    }
    const entries = listOf(method, 'clusters');
    if (!entries) {
      unused.push({
        configKey: `${methodKey}.clusters`,
        reason: 'must be a list',
      });
    }
    entries?.forEach((entry, position) => {
      const configKey = `${methodKey}.clusters[${position}]`;
      const name = textOf(entry, 'name');
      const reason = reasonAgainst(entry);
      if (!name || reason) {
        unused.push({
          ...(name && { name }),
          configKey,
          reason: reason ?? 'has no name',
        });
      } else {
        clusters.push({ name, configKey, entry: toEntry(name, entry) });
      }
    });
  });
  return { clusters, unused };
}

function reasonAgainst(entry: Config): string | undefined {
  const provider = entry.getOptional('authProvider');
  if (provider !== 'serviceAccount') {
    return `signs in by ${JSON.stringify(
      provider,
    )}, which needs a person or a cloud's own way; only serviceAccount with serviceAccountToken can be watched. Give it a credential under multicluster.kubernetes.clusters`;
  }
  if (!textOf(entry, 'serviceAccountToken')) {
    return 'has no serviceAccountToken. Give it a credential under multicluster.kubernetes.clusters';
  }
  return textOf(entry, 'url') ? undefined : 'has no url';
}

/** In our own words; what the portal does not state stays unset. */
function toEntry(name: string, entry: Config): JsonObject {
  const title = textOf(entry, 'title');
  const caData = textOf(entry, 'caData');
  const caFile = textOf(entry, 'caFile');
  return {
    name,
    ...(title && { title }),
    url: textOf(entry, 'url'),
    token: textOf(entry, 'serviceAccountToken'),
    // Without a check of the certificate no authority is needed, and a broken one would only be in the way.
    ...(entry.getOptional('skipTLSVerify') === true
      ? { skipTLSVerify: true }
      : { ...(caData ? { caData } : caFile && { caFile }) }),
  };
}

function textOf(config: Config, key: string): string | undefined {
  const value = config.getOptional(key);
  return typeof value === 'string' && value ? value : undefined;
}

/** Undefined: it is there and no list of objects. */
function listOf(config: Config, key: string): Config[] | undefined {
  const value = config.getOptional(key) ?? [];
  return Array.isArray(value) &&
    value.every(
      item => typeof item === 'object' && item && !Array.isArray(item),
    )
    ? value.map(item => new ConfigReader(item as JsonObject))
    : undefined;
}
