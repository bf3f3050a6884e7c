import { Config } from '@backstage/config';
import {
  KubernetesTransport,
  readKubernetesCredentials,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';

/** The ways into one control plane. A lane without a credential of its own is absent, and what needs it is off. @internal */
export interface KarmadaConnections {
  /** Reads what is stored in the inventory. */
  read: KubernetesTransport;
  /** Reads Works, which embed every propagated Secret. */
  works?: KubernetesTransport;
  /** Reads members through the cluster proxy. */
  logs?: KubernetesTransport;
  /** Writes. */
  act?: KubernetesTransport;
  /** Where the credentials are configured, for sentences that say what is missing. */
  configKey: string;
}

/**
 * Opens nothing yet: reads the credentials of a control plane.
 *
 * @throws InputError that names the key and the reason and never a value
 * @internal
 */
export function connect(config: Config, configKey: string): KarmadaConnections {
  const lane = (name: 'works' | 'logs' | 'act') => {
    const key = `credentials.${name}`;
    return config.has(key)
      ? transport(config.getConfig(key), `${configKey}.${key}`)
      : undefined;
  };
  return {
    read: transport(config, configKey),
    works: lane('works'),
    logs: lane('logs'),
    act: lane('act'),
    configKey,
  };
}

function transport(config: Config, configKey: string): KubernetesTransport {
  return KubernetesTransport.create({
    credentials: readKubernetesCredentials(config, { configKey }),
  });
}
