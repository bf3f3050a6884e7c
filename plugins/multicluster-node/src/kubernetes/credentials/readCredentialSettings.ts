import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readText } from '../../config/readText';
import { CredentialSettings } from './CredentialSettings';

/** {@inheritDoc readKubernetesCredentials} @internal */
export function readCredentialSettings(
  config: Config,
  configKey: string,
): CredentialSettings {
  const text = (key: string) => readText(config, configKey, key);
  const flag = (key: string) => readFlag(config, configKey, key);
  const common = { configKey, allowExec: flag('allowExec') };
  const url = text('url');
  if (config.has('kubeconfig')) {
    if (url) {
      throw new InputError(`${configKey}: give either kubeconfig or url`);
    }
    const file = text('kubeconfig.file');
    const inline = text('kubeconfig.inline');
    if (Boolean(file) === Boolean(inline)) {
      throw new InputError(
        `${configKey}.kubeconfig: give exactly one of file and inline`,
      );
    }
    const context = text('kubeconfig.context');
    return { ...common, kind: 'kubeconfig', file, inline, context };
  }
  if (!url) {
    throw new InputError(`${configKey}: neither kubeconfig nor url is given`);
  }
  const direct = {
    ...common,
    kind: 'direct' as const,
    url,
    token: text('token'),
    tokenFile: text('tokenFile'),
    certFile: text('certFile'),
    keyFile: text('keyFile'),
    caFile: text('caFile'),
    caData: text('caData'),
    serverName: text('serverName'),
    skipTLSVerify: flag('skipTLSVerify'),
  };
  const ways = [direct.token, direct.tokenFile, direct.certFile];
  if (ways.filter(Boolean).length !== 1) {
    throw new InputError(
      `${configKey}: give exactly one of token, tokenFile, and certFile with keyFile`,
    );
  }
  if (Boolean(direct.certFile) !== Boolean(direct.keyFile)) {
    throw new InputError(`${configKey}: certFile and keyFile go together`);
  }
  return direct;
}

function readFlag(config: Config, configKey: string, key: string): boolean {
  const value = config.getOptional(key);
  if (value !== undefined && typeof value !== 'boolean') {
    throw new InputError(`${configKey}.${key}: must be true or false`);
  }
  return value ?? false;
}
