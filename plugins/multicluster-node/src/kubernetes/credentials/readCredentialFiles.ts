import { dirname, resolve } from 'node:path';
import { InputError } from '@backstage/errors';
import { Cluster, User } from '@kubernetes/client-node';
import { CredentialSettings } from './CredentialSettings';
import { readCredentialFile } from './readCredentialFile';

/** Reads every file once, so that a missing one is named at start, and puts tokens where they are used from. @internal */
export function readCredentialFiles(
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
    return readCredentialFile(file, key(name));
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
