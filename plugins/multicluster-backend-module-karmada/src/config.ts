import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** Who is asked for in a member. @internal */
export interface IdentitySettings {
  mode: 'impersonate' | 'service';
  user: string;
  groups?: string;
  /** Namespace of the entities whose bare name is theirs in the clusters as well. */
  namespace: string;
}

/** One configured control plane, apart from its credentials. @internal */
export interface ControlPlaneSettings {
  name: string;
  title?: string;
  identity: IdentitySettings;
  configMaps: boolean;
}

/** Names that fit into a path, a metric and a filter. */
const NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;

/**
 * Reads one entry of `multicluster.karmada.controlPlanes`.
 *
 * @param configKey - where it stands, for messages
 * @throws InputError that names the key and the reason and never a value
 * @internal
 */
export function readControlPlane(
  config: Config,
  configKey: string,
): ControlPlaneSettings {
  const name = readText(config, configKey, 'name');
  if (!name) {
    throw new InputError(`${configKey}.name: is missing`);
  }
  if (!NAME.test(name)) {
    throw new InputError(
      `${configKey}.name: may have letters, digits, dots, dashes and underscores only, at most 63`,
    );
  }
  const title = readText(config, configKey, 'title');
  const configMaps = config.getOptional('configMaps');
  if (configMaps !== undefined && typeof configMaps !== 'boolean') {
    throw new InputError(`${configKey}.configMaps: must be true or false`);
  }
  return {
    name,
    ...(title && { title }),
    identity: readIdentity(config, configKey),
    configMaps: configMaps ?? false,
  };
}

function readIdentity(config: Config, configKey: string): IdentitySettings {
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
  const user = readText(config, configKey, 'identity.user') ?? '{name}';
  checkTemplate(user, `${configKey}.identity.user`);
  if (groups) {
    checkTemplate(groups, `${configKey}.identity.groups`);
  }
  checkEmail(config, configKey, user);
  const namespace =
    readText(config, configKey, 'identity.namespace') ?? 'default';
  return {
    mode,
    user,
    ...(groups && { groups }),
    namespace: namespace.toLocaleLowerCase('en-US'),
  };
}

/** An address is data of the catalog: whoever may write a User entity could be anybody in the clusters. */
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

/** Without a placeholder everybody would be the same user. */
function checkTemplate(template: string, key: string) {
  const placeholders = [...template.matchAll(/\{(\w*)\}/g)].map(m => m[1]);
  const unknown = placeholders.find(
    name => !['name', 'namespace', 'ref', 'email'].includes(name),
  );
  if (placeholders.length === 0 || unknown !== undefined) {
    throw new InputError(
      `${key}: must hold {name}, {namespace}, {ref} or {email}`,
    );
  }
  if (/\{\w+\}[A-Za-z0-9-]*\{\w+\}/.test(template)) {
    // Otherwise a-b and c make the same name as a and b-c.
    throw new InputError(
      `${key}: placeholders must be kept apart by a character that is no letter, digit or dash, for example by a colon`,
    );
  }
  if (template.toLowerCase().startsWith('system:')) {
    throw new InputError(`${key}: system users are never acted as`);
  }
}

function readText(
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
