import { Config } from '@backstage/config';
import {
  KubernetesTransport,
  readKubernetesCredentials,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';

/** The ways into one cluster. @internal */
export interface ClusterConnections {
  /** Reads what is stored in the inventory. */
  read: KubernetesTransport;
  /** Reads pods, events and logs for people; the same as `read` where no credential of its own is configured. */
  logs: KubernetesTransport;
}

/**
 * Opens nothing yet: reads the credentials of a cluster.
 *
 * @throws InputError that names the key and the reason and never a value
 * @internal
 */
export function connect(config: Config, configKey: string): ClusterConnections {
  const read = transport(config, configKey);
  const key = 'credentials.logs';
  return {
    read,
    logs: config.has(key)
      ? transport(config.getConfig(key), `${configKey}.${key}`)
      : read,
  };
}

function transport(config: Config, configKey: string): KubernetesTransport {
  return KubernetesTransport.create({
    credentials: readKubernetesCredentials(config, { configKey }),
  });
}
