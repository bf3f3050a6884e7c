import { readFileSync } from 'node:fs';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readText } from '@fairway/backstage-plugin-multicluster-node';
import { ControlPlaneAddress } from '../wire/ControlPlane';
import { TlsSettings } from '../wire/GrpcChannel';

/** One configured control plane, apart from its projects. @internal */
export interface ControlPlaneSettings extends ControlPlaneAddress {
  title?: string;
  /** Address of the web pages, without a slash at its end. */
  url?: string;
}

/** A host or an address in brackets, and a port. */
const ADDRESS = /^(?:[A-Za-z0-9._-]+|\[[0-9a-fA-F:]+\]):\d{1,5}$/;

/**
 * Reads an entry of `multicluster.pipecd.controlPlanes`.
 *
 * @param configKey - where it stands, for messages
 * @throws InputError that names the key and the reason and never a value
 * @internal
 */
export function readControlPlane(
  config: Config,
  configKey: string,
): ControlPlaneSettings {
  const address = readAddress(config, configKey, 'address');
  if (!address) {
    throw new InputError(`${configKey}.address: is missing`);
  }
  const webAddress = readAddress(config, configKey, 'webAddress');
  const title =
    readText(config, configKey, 'title') ?? readText(config, configKey, 'name');
  const url = readUrl(config, configKey);
  return {
    address,
    ...(webAddress && { webAddress }),
    ...(title && { title }),
    ...(url && { url }),
    tls: readTls(config, configKey),
  };
}

function readAddress(config: Config, configKey: string, key: string) {
  const address = readText(config, configKey, key);
  if (address !== undefined && !ADDRESS.test(address)) {
    throw new InputError(
      `${configKey}.${key}: must be host:port, without a scheme`,
    );
  }
  return address;
}

function readUrl(config: Config, configKey: string): string | undefined {
  const text = readText(config, configKey, 'url');
  if (text === undefined) {
    return undefined;
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // A link is rendered for people, and a scheme such as javascript: would run as them.
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username) {
    throw new InputError(
      `${configKey}.url: must be an address that begins with https:// or http:// and holds no credentials`,
    );
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

function readTls(config: Config, configKey: string): TlsSettings {
  const caFile = readText(config, configKey, 'tls.caFile');
  const mode =
    readText(config, configKey, 'tls.mode') ?? (caFile ? 'ca' : 'system');
  if (mode !== 'system' && mode !== 'ca' && mode !== 'plain') {
    throw new InputError(`${configKey}.tls.mode: must be system, ca or plain`);
  }
  if ((mode === 'ca') !== (caFile !== undefined)) {
    throw new InputError(
      `${configKey}.tls.caFile: belongs to tls.mode ca, and only to it`,
    );
  }
  if (caFile !== undefined) {
    checkAuthority(caFile, `${configKey}.tls.caFile`);
  }
  return { mode, ...(caFile && { caFile }) };
}

function checkAuthority(file: string, key: string) {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code = 'unknown reason' } = error as NodeJS.ErrnoException;
    throw new InputError(`${key}: the file cannot be read (${code})`);
  }
  if (!text.includes('-----BEGIN CERTIFICATE-----')) {
    throw new InputError(`${key}: holds no certificate`);
  }
}
