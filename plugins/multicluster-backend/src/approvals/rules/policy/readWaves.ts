import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { ApprovalPolicy } from '../../model/ApprovalPolicy';
import { oneOf } from './oneOf';

/** `waves` of a policy: clusters in the order in which they are released, and what has to be so before the next. */
export function readWaves(policy: Config): ApprovalPolicy['waves'] | undefined {
  const config = policy.getOptionalConfig('waves');
  if (!config) {
    return undefined;
  }
  const clusters = config.getOptional<string[][]>('clusters') ?? [];
  const names = Array.isArray(clusters) ? clusters.flat() : [];
  if (
    !Array.isArray(clusters) ||
    clusters.some(wave => !Array.isArray(wave) || wave.length === 0) ||
    names.some(name => typeof name !== 'string')
  ) {
    throw new InputError('waves.clusters is a list of lists of cluster names');
  }
  if (new Set(names).size < names.length) {
    throw new InputError('waves.clusters names a cluster twice');
  }
  return {
    clusters,
    next: oneOf(config, 'next', ['healthy', 'person'], 'healthy'),
  };
}
