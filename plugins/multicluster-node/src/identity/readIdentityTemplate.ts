import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readText } from '../config/readText';
import { checkIdentityTemplate } from './checkIdentityTemplate';
import { IdentityTemplate } from './IdentityTemplate';

/**
 * Reads `identity.user`, `identity.namespace` and `identity.trustProfileEmail` of a source.
 *
 * @param configKey - where `identity` stands, for messages
 * @throws InputError that names the key and the reason and never a value
 * @public
 */
export function readIdentityTemplate(
  config: Config,
  configKey: string,
): IdentityTemplate {
  const user = readText(config, configKey, 'identity.user') ?? '{name}';
  checkIdentityTemplate(user, `${configKey}.identity.user`);
  checkEmail(config, configKey, user);
  const namespace =
    readText(config, configKey, 'identity.namespace') ?? 'default';
  return { user, namespace: namespace.toLocaleLowerCase('en-US') };
}

/** An address is data of the catalog: whoever may write a User entity could be anybody in the system. */
function checkEmail(config: Config, configKey: string, user: string) {
  const key = `${configKey}.identity.trustProfileEmail`;
  const trusted = config.getOptional('identity.trustProfileEmail');
  if (trusted !== undefined && typeof trusted !== 'boolean') {
    throw new InputError(`${key}: must be true or false`);
  }
  if (user.includes('{email}') && !trusted) {
    throw new InputError(
      `${key}: must be true for {email}, which comes from the profile of the User entity; set it where nobody but your directory writes User entities`,
    );
  }
}
