import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readText } from './readText';

/** Names that fit into a path, a metric and a filter. */
const NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;

/**
 * Reads `name` of a source, by which the portal calls it everywhere: its id.
 *
 * @param configKey - where `name` stands, for messages
 * @throws InputError that names the key and the reason and never a value: missing, or not fit for a path, a metric or a
 * filter
 * @public
 */
export function readSourceName(config: Config, configKey: string): string {
  const name = readText(config, configKey, 'name');
  if (!name) {
    throw new InputError(`${configKey}.name: is missing`);
  }
  if (!NAME.test(name)) {
    throw new InputError(
      `${configKey}.name: may have letters, digits, dots, dashes and underscores only, at most 63`,
    );
  }
  return name;
}
