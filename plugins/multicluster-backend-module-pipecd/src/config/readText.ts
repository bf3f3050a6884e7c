import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** Reads a text. @throws InputError that names the key and never a value @internal */
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
