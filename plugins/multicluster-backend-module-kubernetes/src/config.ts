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

/** One configured cluster, apart from its credentials. @internal */
export interface ClusterSettings {
  /** Name of the source and of its one cluster. */
  name: string;
  title?: string;
  labels: Record<string, string>;
  region?: string;
  /** Empty: all but those of the platform. */
  namespaces: string[];
  /** uid of the kube-system namespace, for a credential that may not read it. */
  uid?: string;
  identity: ClusterIdentity;
}

/** Names of namespaces. */
const NAMESPACE = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Reads one cluster of the configuration.
 *
 * @param configKey - where it stands, for messages
 * @throws InputError that names the key and the reason and never a value
 * @internal
 */
export function readCluster(
  config: Config,
  configKey: string,
): ClusterSettings {
  const name = readSourceName(config, configKey);
  const title = readText(config, configKey, 'title');
  const region = readText(config, configKey, 'region');
  const uid = readText(config, configKey, 'uid');
  return {
    name,
    ...(title && { title }),
    labels: readLabels(config, configKey),
    ...(region && { region }),
    namespaces: readNamespaces(config, configKey),
    ...(uid && { uid }),
    identity: readClusterIdentity(config, configKey),
  };
}

function readLabels(config: Config, configKey: string) {
  const labels = config.getOptional('labels') ?? {};
  if (
    typeof labels !== 'object' ||
    labels === null ||
    Array.isArray(labels) ||
    Object.values(labels).some(value => typeof value !== 'string')
  ) {
    throw new InputError(`${configKey}.labels: must be a map of texts`);
  }
  return labels as Record<string, string>;
}

function readNamespaces(config: Config, configKey: string): string[] {
  const list = config.getOptional('namespaces') ?? [];
  if (
    !Array.isArray(list) ||
    !list.every(item => typeof item === 'string' && NAMESPACE.test(item))
  ) {
    throw new InputError(
      `${configKey}.namespaces: must be a list of names of namespaces`,
    );
  }
  return [...new Set(list as string[])].sort();
}
