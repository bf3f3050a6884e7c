import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  readSourceName,
  readText,
} from '@fairway/backstage-plugin-multicluster-node';
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
  /** Of the control plane, which does not tell it: for telling whether dispatch may be held. */
  version?: string;
}

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
  const name = readSourceName(config, configKey);
  const title = readText(config, configKey, 'title');
  const version = readText(config, configKey, 'version');
  const configMaps = config.getOptional('configMaps');
  if (configMaps !== undefined && typeof configMaps !== 'boolean') {
    throw new InputError(`${configKey}.configMaps: must be true or false`);
  }
  return {
    name,
    ...(title && { title }),
    ...(version && { version }),
    identity: readClusterIdentity(config, configKey),
    configMaps: configMaps ?? false,
  };
}
