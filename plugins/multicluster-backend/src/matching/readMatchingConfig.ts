import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { HumanDuration } from '@backstage/types';
import { globToRegExp } from '../util/globToRegExp';
import { NamespaceMapping, PipelineMapping } from './rules';

const NAMESPACES = 'multicluster.matching.namespaces';
const PIPELINES = 'multicluster.matching.pipelines';

/** `multicluster.matching` of the configuration. */
export interface MatchingConfig {
  mappings: NamespaceMapping[];
  pipelineMappings: PipelineMapping[];
  /** Whether what only an entity says is shown as placement. Off unless configured: an entity's YAML is user-writable. */
  showClaimed: boolean;
  /** How often the catalog is read for what entities claim. */
  every: HumanDuration;
}

/** Reads {@link MatchingConfig}; throws an InputError that names the key at fault. */
export function readMatchingConfig(config: Config): MatchingConfig {
  const claimed =
    config.getOptionalString('multicluster.matching.claimed') ?? 'hidden';
  if (claimed !== 'hidden' && claimed !== 'placement') {
    throw new InputError(
      `multicluster.matching.claimed must be 'hidden' or 'placement', not '${claimed}'`,
    );
  }
  return {
    mappings: entriesOf(config, NAMESPACES).map((entry, index) => ({
      controlPlane: entry.getOptionalString('controlPlane'),
      namespace: globToRegExp(entry.getString('namespace')),
      ...readHolder(entry, `${NAMESPACES}[${index}]`),
    })),
    pipelineMappings: entriesOf(config, PIPELINES).map((entry, index) => ({
      source: entry.getOptionalString('source'),
      name: globToRegExp(entry.getString('name')),
      ...readHolder(entry, `${PIPELINES}[${index}]`),
    })),
    showClaimed: claimed === 'placement',
    every: config.has('multicluster.matching.every')
      ? readDurationFromConfig(config, { key: 'multicluster.matching.every' })
      : { seconds: 30 },
  };
}

function entriesOf(config: Config, key: string): Config[] {
  return config.getOptionalConfigArray(key) ?? [];
}

/** Whose something is, of an entry that is called `key`. */
function readHolder(
  config: Config,
  key: string,
): { ownerRef?: string; systemRef?: string } {
  const owner = config.getOptionalString('owner');
  const system = config.getOptionalString('system');
  if (owner === undefined && system === undefined) {
    throw new InputError(`${key} must name an owner, a system, or both`);
  }
  if (owner === undefined && !config.getOptionalBoolean('trustSystem')) {
    throw new InputError(
      `${key} names a system alone, which every entity names for itself: name its owner too, or set trustSystem: true where only trusted people register entities`,
    );
  }
  return {
    ...(owner && { ownerRef: fullRef(owner, 'group') }),
    ...(system && { systemRef: fullRef(system, 'system') }),
  };
}

function fullRef(ref: string, defaultKind: string): string {
  return stringifyEntityRef(
    parseEntityRef(ref, { defaultKind, defaultNamespace: 'default' }),
  );
}
