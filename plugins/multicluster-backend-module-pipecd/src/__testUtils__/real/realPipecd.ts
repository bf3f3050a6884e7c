import { ConfigReader } from '@backstage/config';
import { DeliverySource } from '@fairway/backstage-plugin-multicluster-node';
import { RunsSource } from '@fairway/backstage-plugin-multicluster-node/testUtils';
import { registerSources } from '../../registerSources';
import { actAsAnybody } from '../actAsAnybody';

const { env } = process;

/** Where a real PipeCD is and what opens it, from the environment; see docs/contributing/real-pipecd.md. */
export const realPipecd = {
  address: env.PIPECD_ADDRESS,
  webAddress: env.PIPECD_WEB_ADDRESS ?? env.PIPECD_ADDRESS,
  pipedAddress: env.PIPECD_PIPED_ADDRESS ?? env.PIPECD_ADDRESS,
  url: env.PIPECD_URL,
  tls: env.PIPECD_TLS ?? 'system',
  project: env.PIPECD_PROJECT ?? '',
  apiKeyFile: env.PIPECD_API_KEY_FILE,
  signingKeyFile: env.PIPECD_SIGNING_KEY_FILE,
  username: env.PIPECD_USERNAME,
  passwordFile: env.PIPECD_PASSWORD_FILE,
  stopPiped: env.PIPECD_V1_PIPED_STOP,
  startPiped: env.PIPECD_V1_PIPED_START,
  gatePort: env.PIPECD_GATE_PORT,
  gateSecretFile: env.PIPECD_GATE_SECRET_FILE,
};

/** As whom a source calls. */
export type Credential = 'signing-key' | 'static' | 'api-key';

/** What the webhooks of these sources carry. */
export const REAL_HOOK_SECRET =
  'what a piped would send with its notifications';

/** A source on the real PipeCD with one kind of credential. */
export function realSource(
  credential: Credential,
  options: {
    address?: string;
    webAddress?: string;
    signingKeyFile?: string;
  } = {},
): RunsSource {
  const added: DeliverySource[] = [];
  const { signingKeyFile, ...addresses } = options;
  const keys = keysOf(credential, signingKeyFile);
  const hook = { secret: REAL_HOOK_SECRET };
  const entry = realControlPlane({ hook, ...keys });
  const controlPlanes = [{ ...entry, ...addresses }] as never;
  registerSources(
    new ConfigReader({ multicluster: { pipecd: { controlPlanes } } }),
    {
      addSource: source => added.push(source),
      addBrokenSource: ({ configKey, reason }) => {
        throw new Error(`${configKey}: ${reason}`);
      },
    },
    { actAs: actAsAnybody },
  );
  return added[0] as RunsSource;
}

/** The entry of the real control plane in the configuration, with its one project, which is called `real`. */
export function realControlPlane(keys: object) {
  const { address, webAddress, url, tls, project } = realPipecd;
  return {
    address,
    webAddress,
    url: url ?? 'https://pipecd.example.org',
    tls: ['system', 'plain'].includes(tls) ? { mode: tls } : { caFile: tls },
    projects: [{ name: 'real', project, ...keys }],
  };
}

function keysOf(
  credential: Credential,
  keyFile = realPipecd.signingKeyFile,
): object {
  const { apiKeyFile, username, passwordFile } = realPipecd;
  switch (credential) {
    case 'api-key':
      return { apiKeyFile };
    case 'static':
      return { web: { mode: 'static', username, passwordFile } };
    default:
      return { web: { mode: 'signing-key', keyFile } };
  }
}
