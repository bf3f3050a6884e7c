import { Config } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { portalClusters, UnusedPortalCluster } from './portalClusters';

const KEY = 'multicluster.kubernetes';

/** A cluster to be read, as configured. @internal */
export interface ConfiguredCluster {
  name?: string;
  configKey: string;
  entry: JsonObject;
}

/** Keys that say how to reach a cluster; an entry without one only says more of a cluster of the portal. */
const CREDENTIALS = ['kubeconfig', 'url'];

/**
 * Every cluster that is to be read: our own list, then the portal's where `fromPortal` asks for it. An entry of ours with
 * the name of one of the portal's and no credential overrides what it says and leaves the rest; one with a credential takes
 * its place.
 *
 * @internal
 */
export function configuredClusters(config: Config): {
  clusters: ConfiguredCluster[];
  unused: UnusedPortalCluster[];
} {
  const unused: UnusedPortalCluster[] = [];
  const own = ownClusters(config, unused);
  const fromPortal = config.getOptional(`${KEY}.fromPortal`) ?? false;
  if (typeof fromPortal !== 'boolean') {
    unused.push({
      configKey: `${KEY}.fromPortal`,
      reason: 'must be true or false',
    });
  }
  if (fromPortal !== true) {
    return { clusters: own, unused };
  }
  const portal = portalClusters(config);
  const named = new Map(portal.clusters.map(item => [item.name, item]));
  const clusters = own.map(item => {
    const base = item.name ? named.get(item.name) : undefined;
    if (!base) {
      return item;
    }
    named.delete(base.name);
    return CREDENTIALS.some(key => key in item.entry)
      ? item
      : { ...base, entry: { ...base.entry, ...item.entry } };
  });
  const replaced = new Set(own.map(({ name }) => name));
  return {
    clusters: [...clusters, ...named.values()],
    unused: [
      ...unused,
      // One that was given a credential of ours is no gap.
      ...portal.unused.filter(({ name }) => !name || !replaced.has(name)),
    ],
  };
}

function ownClusters(
  config: Config,
  unused: UnusedPortalCluster[],
): ConfiguredCluster[] {
  const key = `${KEY}.clusters`;
  const list = config.getOptional(key) ?? [];
  if (
    !Array.isArray(list) ||
    !list.every(
      item => item && typeof item === 'object' && !Array.isArray(item),
    )
  ) {
    unused.push({ configKey: key, reason: 'must be a list of clusters' });
    return [];
  }
  return (list as JsonObject[]).map((entry, index) => ({
    ...(typeof entry.name === 'string' && entry.name && { name: entry.name }),
    configKey: `${key}[${index}]`,
    entry,
  }));
}
