import { Config } from '@backstage/config';
import { MulticlusterSourcesExtensionPoint } from '@fairway/backstage-plugin-multicluster-node';
import { SampleToolSource } from './SampleToolSource';

const KEY = 'multicluster.sampleTool.instances';

/**
 * Registers every configured instance as a source. One that cannot be used is named with its key and the reason, and the
 * others go on.
 *
 * @internal
 */
export function registerSources(
  config: Config,
  sources: MulticlusterSourcesExtensionPoint,
): void {
  const entries = config.getOptionalConfigArray(KEY) ?? [];
  entries.forEach((entry, index) => {
    const configKey = `${KEY}[${index}]`;
    try {
      sources.addSource(SampleToolSource.fromConfig(entry, configKey));
    } catch (error) {
      sources.addBrokenSource({
        id: `sample-tool-${index}`,
        type: 'sample-tool',
        configKey,
        reason: (error as Error).message,
      });
    }
  });
}
