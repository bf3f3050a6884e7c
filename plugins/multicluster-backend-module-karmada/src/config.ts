import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  checkIdentityTemplate,
  IdentityTemplate,
  readIdentityTemplate,
} from '@fairway/backstage-plugin-multicluster-node';

/** Who is asked for in a member. @internal */
export interface IdentitySettings extends IdentityTemplate {
  mode: 'impersonate' | 'service';
  groups?: string;
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
