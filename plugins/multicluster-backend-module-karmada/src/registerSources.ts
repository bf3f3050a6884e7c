import { Config } from '@backstage/config';
import { MulticlusterSourcesExtensionPoint } from '@fairway/backstage-plugin-multicluster-node';
import { readControlPlane } from './config';
import { connect } from './connect';
import { KarmadaSource } from './KarmadaSource';

const KEY = 'multicluster.karmada.controlPlanes';

/**
 * Registers every configured control plane. One that cannot be used is named with its key and the reason, and the others
 * go on.
 *
 * @internal
 */
export function registerSources(
  config: Config,
  sources: MulticlusterSourcesExtensionPoint,
): void {
  const entries = readEntries(config, sources);
  const taken = new Set<string>();
  entries.forEach((entry, index) => {
    const configKey = `${KEY}[${index}]`;
    const name = entry.getOptional('name');
    try {
      const settings = readControlPlane(entry, configKey);
      if (taken.has(settings.name)) {
        throw new Error(`${configKey}.name: is taken by an entry before it`);
      }
      sources.addSource(
        KarmadaSource.create(settings, connect(entry, configKey)),
      );
      taken.add(settings.name);
    } catch (error) {
      // By name: it comes from a package of which there may be more than one copy.
      const clash = (error as Error).name === 'ConflictError';
      const message = clash
        ? `${configKey}.name: is taken by another source`
        : (error as Error).message;
      const [, key = configKey, reason = message] =
        message.match(/^(multicluster\.\S+): (.*)$/s) ?? [];
      const known =
        typeof name === 'string' && name !== '' && !clash && !taken.has(name);
      sources.addBrokenSource({
        id: known ? name : `karmada-${index}`,
        type: 'karmada',
        configKey: key,
        reason,
      });
    }
  });
}

function readEntries(
  config: Config,
  sources: MulticlusterSourcesExtensionPoint,
): Config[] {
  try {
    return config.getOptionalConfigArray(KEY) ?? [];
  } catch {
    sources.addBrokenSource({
      id: 'karmada',
      type: 'karmada',
      configKey: KEY,
      reason: 'must be a list of control planes',
    });
    return [];
  }
}
