import { dirname, resolve } from 'node:path';
import { InputError } from '@backstage/errors';
import { Cluster, KubeConfig, loadYaml, User } from '@kubernetes/client-node';
import { checkUrl, checkUser } from './checkKubeConfig';
import { CredentialSettings } from './CredentialSettings';
import { readCredentialFile } from './readCredentialFile';
import { readCredentialFiles } from './readCredentialFiles';

/** A credential as loaded at one moment. @internal */
export interface LoadedCredentials {
  kubeConfig: KubeConfig;
  cluster: Cluster;
  user: User;
  /** Files it was read from. */
  files: string[];
  /** True when it must be asked anew for each use, because a command or a provider gives it. */
  dynamic: boolean;
}

/**
 * Loads and checks a credential, files included.
 *
 * @throws InputError that names the key and the reason and never a value: parsers repeat what they read, so their own
 * messages are not passed on
 * @internal
 */
export function loadCredentials(
  settings: CredentialSettings,
): LoadedCredentials {
  const { configKey } = settings;
  const kubeConfig = new KubeConfig();
  const where =
    settings.kind === 'kubeconfig'
      ? `${configKey}.kubeconfig${settings.file ? '.file' : '.inline'}`
      : configKey;
  if (settings.kind === 'kubeconfig') {
    loadKubeConfig(kubeConfig, settings, where);
  } else {
    loadDirect(kubeConfig, settings);
  }
  const cluster = kubeConfig.getCurrentCluster();
  const user = kubeConfig.getCurrentUser();
  if (!kubeConfig.getContextObject(kubeConfig.getCurrentContext())) {
    throw new InputError(`${where}: the context wanted is not in it`);
  }
  if (!cluster?.server || !user) {
    throw new InputError(
      `${where}: the context names a cluster or user that is not in it`,
    );
  }
  const loaded = { kubeConfig, cluster, user };
  const dynamic = checkUser(user, settings.allowExec, where);
  checkUrl(
    cluster,
    settings.kind === 'direct' ? `${configKey}.url` : `${where}`,
  );
  const files = readCredentialFiles(loaded, settings, where);
  return { ...loaded, files, dynamic };
}

function loadKubeConfig(
  kubeConfig: KubeConfig,
  settings: Extract<CredentialSettings, { kind: 'kubeconfig' }>,
  where: string,
): void {
  const text = settings.file
    ? readCredentialFile(settings.file, where)
    : settings.inline ?? '';
  try {
    kubeConfig.loadFromString(text);
    followTokenFiles(kubeConfig, loadYaml(text));
  } catch {
    throw new InputError(`${where}: is not a kubeconfig`);
  }
  if (settings.file) {
    kubeConfig.makePathsAbsolute(dirname(resolve(settings.file)));
  }
  if (settings.context) {
    kubeConfig.setCurrentContext(settings.context);
  }
}

/** The library knows token files of its own making only, not those that a kubeconfig names. */
function followTokenFiles(
  kubeConfig: KubeConfig,
  raw: { users?: Array<{ name?: string; user?: { tokenFile?: unknown } }> },
): void {
  for (const { name = '', user } of raw.users ?? []) {
    const found = kubeConfig.getUser(name);
    if (found && typeof user?.tokenFile === 'string') {
      const authProvider = {
        name: 'tokenFile',
        config: { tokenFile: user.tokenFile },
      };
      Object.assign(found, { authProvider });
    }
  }
}

function loadDirect(
  kubeConfig: KubeConfig,
  settings: Extract<CredentialSettings, { kind: 'direct' }>,
): void {
  const { caData } = settings;
  kubeConfig.loadFromClusterAndUser(
    {
      name: 'configured',
      server: settings.url,
      caFile: settings.caFile,
      caData: caData?.includes('-----BEGIN')
        ? Buffer.from(caData).toString('base64')
        : caData,
      tlsServerName: settings.serverName,
      skipTLSVerify: settings.skipTLSVerify,
    },
    {
      name: 'configured',
      token: settings.token,
      certFile: settings.certFile,
      keyFile: settings.keyFile,
      ...(settings.tokenFile && {
        authProvider: {
          name: 'tokenFile',
          config: { tokenFile: settings.tokenFile },
        },
      }),
    },
  );
}
