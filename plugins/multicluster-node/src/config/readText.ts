import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/**
 * Reads a text of the configuration of a source.
 *
 * @param configKey - where `config` stands, for messages
 * @param key - the key below it; it may have dots
 * @returns undefined where nothing is set
 * @throws InputError that names the key and never a value: not a text, or an empty one
 * @public
 */
export function readText(
  config: Config,
  configKey: string,
  key: string,
): string | undefined {
  const value = config.getOptional(key);
  if (value === undefined || value === null) {
    return undefined;
  }
  if (typeof value !== 'string' || value.trim() === '') {
    throw new InputError(`${configKey}.${key}: must be a text, not empty`);
  }
  return value;
}
