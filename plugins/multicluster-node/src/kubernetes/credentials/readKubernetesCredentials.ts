import { Config } from '@backstage/config';
import { KubernetesCredentials } from './KubernetesCredentials';
import { readCredentialSettings } from './readCredentialSettings';

/**
 * Reads how to reach and sign in to an API server.
 *
 * @remarks
 * Either `kubeconfig.file` or `kubeconfig.inline`, with an optional `kubeconfig.context`; or `url` with one of `token`,
 * `tokenFile`, or `certFile` and `keyFile`, and with `caFile` or `caData` (PEM, or PEM in base64), `serverName` and
 * `skipTLSVerify`. A kubeconfig that runs a command or asks an auth provider is refused unless `allowExec: true`. Files
 * are read again when they change, and when the server does not accept the credential.
 *
 * @param config - the part of the configuration that holds these keys
 * @param options - `configKey`: where that part stands, for messages
 * @throws InputError that names the key and the reason and never a value
 * @public
 */
export function readKubernetesCredentials(
  config: Config,
  options: { configKey: string },
): KubernetesCredentials {
  return KubernetesCredentials.create(
    readCredentialSettings(config, options.configKey),
  );
}
