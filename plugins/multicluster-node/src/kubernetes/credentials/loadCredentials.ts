import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { InputError } from '@backstage/errors';
import { Cluster, KubeConfig, loadYaml, User } from '@kubernetes/client-node';
import { CredentialSettings } from './CredentialSettings';

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
  const files = readFiles(loaded, settings, where);
  return { ...loaded, files, dynamic };
}

function loadKubeConfig(
  kubeConfig: KubeConfig,
  settings: Extract<CredentialSettings, { kind: 'kubeconfig' }>,
  where: string,
): void {
  const text = settings.file
    ? readText(settings.file, where)
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

function checkUser(user: User, allowExec: boolean, where: string): boolean {
  if (user.impersonateUser) {
    // It would silently stand in the place of the person for whom a request is made.
    throw new InputError(`${where}: its user acts as another (as), refused`);
  }
  const provider = user.authProvider && user.authProvider.name !== 'tokenFile';
  if ((user.exec || provider) && !allowExec) {
    throw new InputError(
      `${where}: its user runs a command or asks an auth provider, refused without allowExec: true`,
    );
  }
  return Boolean(user.exec || provider);
}

function checkUrl(cluster: Cluster, where: string): void {
  const url = URL.canParse(cluster.server)
    ? new URL(cluster.server)
    : undefined;
  if (!url || !['https:', 'http:'].includes(url.protocol)) {
    throw new InputError(`${where}: the server's address is no https address`);
  }
  if (url.username || url.password || url.search || url.hash) {
    throw new InputError(
      `${where}: the server's address carries more than host, port and path`,
    );
  }
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol === 'http:' && !local) {
    throw new InputError(
      `${where}: the server's address is not https, so the credential would travel readable`,
    );
  }
}

/** Reads every file once, so that a missing one is named at start, and puts tokens where they are used from. */
function readFiles(
  loaded: { cluster: Cluster; user: User },
  settings: CredentialSettings,
  where: string,
): string[] {
  const { cluster, user } = loaded;
  const key = (name: string) =>
    settings.kind === 'direct' ? `${where}.${name}` : where;
  const files: string[] = [];
  if (settings.kind === 'kubeconfig' && settings.file) {
    files.push(settings.file);
  }
  const read = (file: string, name: string) => {
    files.push(file);
    return readText(file, key(name));
  };
  const tokenFile: unknown = user.authProvider?.config?.tokenFile;
  if (
    user.authProvider?.name === 'tokenFile' &&
    typeof tokenFile === 'string'
  ) {
    const root =
      settings.kind === 'kubeconfig' && settings.file
        ? dirname(resolve(settings.file))
        : '';
    const token = read(resolve(root, tokenFile), 'tokenFile').trim();
    if (!token) {
      throw new InputError(`${key('tokenFile')}: the file is empty`);
    }
    Object.assign(user, { token, authProvider: undefined });
  }
  if (cluster.caFile) {
    read(cluster.caFile, 'caFile');
  }
  if (user.certFile) {
    read(user.certFile, 'certFile');
  }
  if (user.keyFile) {
    read(user.keyFile, 'keyFile');
  }
  return files;
}

function readText(file: string, where: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code = 'unknown reason' } = error as NodeJS.ErrnoException;
    throw new InputError(`${where}: the file cannot be read (${code})`);
  }
}
