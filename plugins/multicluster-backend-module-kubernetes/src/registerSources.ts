import { Config, ConfigReader } from '@backstage/config';
import { MulticlusterSourcesExtensionPoint } from '@fairway/backstage-plugin-multicluster-node';
import { ConfiguredCluster, configuredClusters } from './configuredClusters';
import { readCluster } from './config';
import { connect } from './connect';
import { KubernetesSource } from './KubernetesSource';

/**
 * Registers every configured cluster as a source of its own. One that cannot be used is named with its key and the reason,
 * and the others go on.
 *
 * @internal
 */
export function registerSources(
  config: Config,
  sources: MulticlusterSourcesExtensionPoint,
): void {
  const { clusters, unused } = configuredClusters(config);
  const taken = new Set<string>();
  const names = new Set(clusters.map(({ name }) => name));
  const refuse = (options: {
    name?: string;
    index: number;
    configKey: string;
    reason: string;
  }) => {
    const { name, index, configKey, reason } = options;
    const free = name !== undefined && !taken.has(name);
    const id = free ? name : `kubernetes-${index}`;
    taken.add(id);
    sources.addBrokenSource({ id, type: 'kubernetes', configKey, reason });
  };
  clusters.forEach((cluster, index) => {
    const { configKey, name } = cluster;
    try {
      sources.addSource(createSource(cluster, taken));
      taken.add(name!);
    } catch (error) {
      // By name: it comes from a package of which there may be more than one copy.
      const clash = (error as Error).name === 'ConflictError';
      const message = clash
        ? `${configKey}.name: is taken by another source`
        : (error as Error).message;
      const [, key = configKey, reason = message] =
        message.match(/^((?:multicluster|kubernetes)\.\S+): (.*)$/s) ?? [];
      refuse({
        ...(!clash && name && { name }),
        index,
        configKey: key,
        reason,
      });
    }
  });
  unused.forEach(({ name, ...item }, index) =>
    refuse({
      ...item,
      ...(name && !names.has(name) && { name }),
      index: clusters.length + index,
    }),
  );
}

function createSource(
  { entry, configKey }: ConfiguredCluster,
  taken: ReadonlySet<string>,
): KubernetesSource {
  const config = new ConfigReader(entry);
  const settings = readCluster(config, configKey);
  if (taken.has(settings.name)) {
    throw new Error(`${configKey}.name: is taken by an entry before it`);
  }
  return KubernetesSource.create(settings, connect(config, configKey));
}
