import { Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds, HumanDuration } from '@backstage/types';

const PREFIX = 'multicluster.retention';
const DEFAULT: HumanDuration = { days: 90 };

/** How long something is kept, in milliseconds. Throws an InputError when the configured duration cannot be read. */
export function readKeep(config: Config, name: 'transitions' | 'runs'): number {
  const key = `${PREFIX}.${name}`;
  return durationToMilliseconds(
    config.has(key) ? readDurationFromConfig(config, { key }) : DEFAULT,
  );
}
