import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readText } from '@fairway/backstage-plugin-multicluster-node';
import { SecretText } from '../session/SecretText';

/**
 * Reads a secret from `key` or from the file that `<key>File` names.
 *
 * @throws InputError that names the key and never a value
 * @internal
 */
export function readSecret(
  config: Config,
  configKey: string,
  key: string,
): SecretText | undefined {
  const value = readText(config, configKey, key);
  const file = readText(config, configKey, `${key}File`);
  if (value !== undefined && file !== undefined) {
    throw new InputError(`${configKey}.${key}: stands beside ${key}File`);
  }
  if (value !== undefined) {
    return SecretText.ofValue(value);
  }
  return file === undefined
    ? undefined
    : SecretText.ofFile(file, `${configKey}.${key}File`);
}
