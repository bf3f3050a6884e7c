import { statSync } from 'node:fs';
import { OutgoingHttpHeaders } from 'node:http';
import { RequestOptions } from 'node:https';
import { CredentialSettings } from './CredentialSettings';
import { KubernetesConnection } from './KubernetesConnection';
import { loadCredentials, LoadedCredentials } from './loadCredentials';

/** How often files are looked at, in milliseconds. */
const LOOK_EVERY_MS = 1000;

/**
 * A credential that follows its files. Made by {@link readKubernetesCredentials}.
 *
 * @public
 */
export class KubernetesCredentials {
  /** @internal */
  static create(settings: CredentialSettings): KubernetesCredentials {
    return new KubernetesCredentials(settings, loadCredentials(settings));
  }

  readonly #settings: CredentialSettings;
  #loaded: LoadedCredentials;
  #fingerprint: string;
  #lookedAt = performance.now();
  #connection?: KubernetesConnection;
  #building?: Promise<KubernetesConnection>;

  private constructor(settings: CredentialSettings, loaded: LoadedCredentials) {
    this.#settings = settings;
    this.#loaded = loaded;
    this.#fingerprint = fingerprint(loaded.files);
  }

  /** The server's address, for people. */
  get server(): string {
    return this.#loaded.cluster.server;
  }

  /** How to connect now. Rejects when a command or provider that gives the credential fails. */
  async connection(): Promise<KubernetesConnection> {
    const now = performance.now();
    if (!this.#connection || now - this.#lookedAt > LOOK_EVERY_MS) {
      this.#lookedAt = now;
      const seen = fingerprint(this.#loaded.files);
      if (seen !== this.#fingerprint) {
        this.#reload();
        return await this.#build();
      }
      if (!this.#connection || this.#loaded.dynamic) {
        return await this.#build();
      }
    }
    return this.#connection;
  }

  /**
   * Reads everything again, because the server did not accept what it was sent. The generation of the result tells whether
   * that changed anything.
   */
  async renew(): Promise<KubernetesConnection> {
    this.#reload();
    return await this.#build();
  }

  #reload(): void {
    try {
      this.#loaded = loadCredentials(this.#settings);
      this.#fingerprint = fingerprint(this.#loaded.files);
    } catch {
      // A file in the middle of being replaced: what was read last stays until the next look.
    }
  }

  #build(): Promise<KubernetesConnection> {
    this.#building ??= this.#connect().finally(() => {
      this.#building = undefined;
    });
    return this.#building;
  }

  async #connect(): Promise<KubernetesConnection> {
    const before = this.#connection;
    const built = await toConnection(this.#loaded);
    const same =
      before !== undefined &&
      JSON.stringify({ ...built, agent: 0, generation: 0 }) ===
        JSON.stringify({ ...before, agent: 0, generation: 0 });
    this.#connection = same
      ? before
      : { ...built, generation: (before?.generation ?? 0) + 1 };
    return this.#connection;
  }
}

async function toConnection({
  kubeConfig,
  cluster,
  user,
}: LoadedCredentials): Promise<KubernetesConnection> {
  const url = new URL(cluster.server);
  if (url.protocol === 'http:') {
    // The library refuses plain HTTP otherwise; that the address is this very machine was checked before.
    Object.assign(cluster, { skipTLSVerify: true });
  }
  const options: RequestOptions & { headers: OutgoingHttpHeaders } = {
    headers: {},
  };
  await kubeConfig.applyToHTTPSOptions(options);
  const { ca, cert, key, passphrase, servername, headers, auth } = options;
  const sent: OutgoingHttpHeaders = { ...headers };
  if (auth) {
    sent.Authorization = `Basic ${Buffer.from(auth).toString('base64')}`;
  }
  return {
    url,
    tls: {
      ca,
      cert,
      key,
      passphrase,
      servername,
      // Said outright, so that an environment variable cannot switch the check off.
      rejectUnauthorized: !cluster.skipTLSVerify,
    },
    headers: sent,
    agent:
      cluster.proxyUrl && typeof options.agent === 'object'
        ? options.agent
        : undefined,
    secrets: secretsOf(sent, [user.token, user.password, user.keyData]),
    generation: 1,
  };
}

function secretsOf(
  headers: object,
  values: Array<string | undefined>,
): string[] {
  const sent = Object.values(headers)
    .filter((value): value is string => typeof value === 'string')
    .flatMap(value => [value, value.replace(/^(Bearer|Basic) /, '')]);
  const all = [...sent, ...values].filter((value): value is string => !!value);
  return [...new Set(all)];
}

/** Changes whenever a file is replaced or written. Follows links, as mounted secrets are replaced by moving one. */
function fingerprint(files: string[]): string {
  return files
    .map(file => {
      const stats = statSync(file, { throwIfNoEntry: false });
      return stats ? `${stats.ino}:${stats.size}:${stats.mtimeMs}` : 'absent';
    })
    .join(' ');
}
