import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { HumanDuration } from '@backstage/types';
import { globToRegExp } from '../util/globToRegExp';
import { NamespaceMapping } from './rules';

/** `multicluster.matching` of the configuration. */
export interface MatchingConfig {
  mappings: NamespaceMapping[];
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
  const entries =
    config.getOptionalConfigArray('multicluster.matching.namespaces') ?? [];
  return {
    mappings: entries.map(readMapping),
    showClaimed: claimed === 'placement',
    every: config.has('multicluster.matching.every')
      ? readDurationFromConfig(config, { key: 'multicluster.matching.every' })
      : { seconds: 30 },
  };
}

function readMapping(config: Config, index: number): NamespaceMapping {
  const owner = config.getOptionalString('owner');
  const system = config.getOptionalString('system');
  const key = `multicluster.matching.namespaces[${index}]`;
  if (owner === undefined && system === undefined) {
    throw new InputError(`${key} must name an owner, a system, or both`);
  }
  if (owner === undefined && !config.getOptionalBoolean('trustSystem')) {
    throw new InputError(
      `${key} names a system alone, which every entity names for itself: name its owner too, or set trustSystem: true where only trusted people register entities`,
    );
  }
  return {
    controlPlane: config.getOptionalString('controlPlane'),
    namespace: globToRegExp(config.getString('namespace')),
    ...(owner && { ownerRef: fullRef(owner, 'group') }),
    ...(system && { systemRef: fullRef(system, 'system') }),
  };
}

function fullRef(ref: string, defaultKind: string): string {
  return stringifyEntityRef(
    parseEntityRef(ref, { defaultKind, defaultNamespace: 'default' }),
  );
}
