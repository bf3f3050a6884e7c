import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readText } from '../../config/readText';
import { checkIdentityTemplate } from '../../identity/checkIdentityTemplate';
import { readIdentityTemplate } from '../../identity/readIdentityTemplate';
import { ClusterIdentity } from './ClusterIdentity';

/**
 * Reads `identity` of a source that reads clusters for people.
 *
 * @param configKey - where `identity` stands, for messages
 * @throws InputError that names the key and the reason and never a value
 * @public
 */
export function readClusterIdentity(
  config: Config,
  configKey: string,
): ClusterIdentity {
  const mode = readText(config, configKey, 'identity.mode') ?? 'impersonate';
  if (mode !== 'impersonate' && mode !== 'service') {
    throw new InputError(
      `${configKey}.identity.mode: must be impersonate or service`,
    );
  }
  const groups = readText(config, configKey, 'identity.groups');
  if (groups?.includes('{email}')) {
    throw new InputError(
      `${configKey}.identity.groups: groups have no e-mail address`,
    );
  }
  const template = readIdentityTemplate(config, configKey);
  checkSystem(template.user, `${configKey}.identity.user`);
  if (groups) {
    checkIdentityTemplate(groups, `${configKey}.identity.groups`);
    checkSystem(groups, `${configKey}.identity.groups`);
  }
  return { mode, ...template, ...(groups && { groups }) };
}

function checkSystem(template: string, key: string) {
  if (template.toLowerCase().startsWith('system:')) {
    throw new InputError(`${key}: system users are never acted as`);
  }
}
