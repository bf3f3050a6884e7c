import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  IdentityTemplate,
  readIdentityTemplate,
  readSourceName,
  readText,
} from '@fairway/backstage-plugin-multicluster-node';
import { SecretText } from '../session/SecretText';
import { readSecret } from './readSecret';

/** How web sessions of a project are had. @internal */
export type WebSettings =
  | { mode: 'signing-key'; key: SecretText; role: string }
  | { mode: 'static'; username: string; password: SecretText };

/** One configured project: one source. @internal */
export interface ProjectSettings {
  /** The id of the source. */
  name: string;
  title?: string;
  /** Id of the project in PipeCD. */
  project: string;
  apiKey?: SecretText;
  web?: WebSettings;
  identity: IdentityTemplate;
  /** Names by native id. */
  actors: Record<string, string>;
  hook?: { secret: SecretText; header: string };
  /** Where it is configured, for sentences that say what is missing. */
  configKey: string;
}

const HEADER = /^[A-Za-z0-9-]{1,64}$/;
/** The control plane takes no shorter one, and a shorter one could be guessed. */
const KEY_BYTES = 32;

/**
 * Reads an entry of `projects` of a control plane.
 *
 * @param configKey - where it stands, for messages
 * @throws InputError that names the key and the reason and never a value
 * @internal
 */
export function readProject(
  config: Config,
  configKey: string,
): ProjectSettings {
  const name = readSourceName(config, configKey);
  const project = readText(config, configKey, 'project');
  if (!project) {
    throw new InputError(`${configKey}.project: is missing`);
  }
  const title = readText(config, configKey, 'title');
  const apiKey = readApiKey(config, configKey);
  const web = readWeb(config, configKey);
  if (!apiKey && !web) {
    throw new InputError(
      `${configKey}: needs apiKey, apiKeyFile or web to read anything`,
    );
  }
  const hook = readHook(config, configKey);
  return {
    name,
    ...(title && { title }),
    project,
    ...(apiKey && { apiKey }),
    ...(web && { web }),
    identity: readIdentityTemplate(config, configKey),
    actors: readActors(config, configKey),
    ...(hook && { hook }),
    configKey,
  };
}

function readApiKey(config: Config, configKey: string) {
  const apiKey = readSecret(config, configKey, 'apiKey');
  if (apiKey && !/^[^\s.]+\.\S+$/.test(apiKey.text)) {
    throw new InputError(`${configKey}.apiKey: is no API key of PipeCD`);
  }
  return apiKey;
}

function readWeb(config: Config, configKey: string): WebSettings | undefined {
  if (!config.has('web')) {
    return undefined;
  }
  const key = `${configKey}.web`;
  const web = config.getConfig('web');
  const mode = readText(web, key, 'mode');
  if (mode === 'signing-key') {
    const secret = readSecret(web, key, 'key');
    if (!secret) {
      throw new InputError(`${key}.key: is missing, and keyFile too`);
    }
    if (secret.bytes.length < KEY_BYTES) {
      throw new InputError(`${key}.key: is shorter than ${KEY_BYTES} bytes`);
    }
    const role = readText(web, key, 'role') ?? 'Viewer';
    return { mode, key: secret, role };
  }
  if (mode !== 'static') {
    throw new InputError(`${key}.mode: must be signing-key or static`);
  }
  const username = readText(web, key, 'username');
  const password = readSecret(web, key, 'password');
  if (!username || !password) {
    throw new InputError(
      `${key}.${username ? 'password' : 'username'}: is missing`,
    );
  }
  return { mode, username, password };
}

function readActors(config: Config, configKey: string): Record<string, string> {
  if (!config.has('actors')) {
    return {};
  }
  const actors: unknown = config.get('actors');
  const isMap =
    typeof actors === 'object' && actors !== null && !Array.isArray(actors);
  const entries = isMap ? Object.entries(actors) : [];
  if (!isMap || entries.some(([, name]) => typeof name !== 'string')) {
    throw new InputError(
      `${configKey}.actors: must be names by the ids of API keys`,
    );
  }
  return Object.fromEntries(entries);
}

function readHook(config: Config, configKey: string) {
  if (!config.has('hook')) {
    return undefined;
  }
  const key = `${configKey}.hook`;
  const hook = config.getConfig('hook');
  const secret = readSecret(hook, key, 'secret');
  if (!secret) {
    throw new InputError(`${key}.secret: is missing, and secretFile too`);
  }
  const header = readText(hook, key, 'header') ?? 'PipeCD-Signature';
  if (!HEADER.test(header)) {
    throw new InputError(`${key}.header: is no name of a header`);
  }
  return { secret, header: header.toLowerCase() };
}
