import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  ClusterIdentity,
  readClusterIdentity,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';

/** One configured control plane, apart from its credentials. @internal */
export interface ControlPlaneSettings {
  name: string;
  title?: string;
  identity: ClusterIdentity;
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
    identity: readClusterIdentity(config, configKey),
    configMaps: configMaps ?? false,
  };
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
