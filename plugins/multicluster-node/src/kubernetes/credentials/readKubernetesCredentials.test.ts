import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { ScriptedServer } from '../__testUtils__/ScriptedServer';
import { sendJson, sendStatus } from '../__testUtils__/sendJson';
import { testCertificate } from '../__testUtils__/testCertificate';
import { KubernetesTransport } from '../transport';
import { readKubernetesCredentials } from './readKubernetesCredentials';

const CANARY = 'canary-31d2-secret';
const KEY = 'multicluster.karmada.controlPlanes[1]';

jest.setTimeout(30_000);

describe('readKubernetesCredentials', () => {
  let folder: string;
  let server: ScriptedServer;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'credentials-'));
    server = await ScriptedServer.start((request, response) =>
      sendJson(response, { authorization: request.headers.authorization }),
    );
  });

  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  function file(name: string, content: string): string {
    const path = join(folder, name);
    // As mounted secrets do: the new file takes the place of the old one at once.
    writeFileSync(`${path}.new`, content);
    renameSync(`${path}.new`, path);
    return path;
  }

  function kubeconfig(user: object, fields: object = {}): string {
    return JSON.stringify({
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [
        {
          name: 'c',
          cluster: {
            server: server.url,
            'certificate-authority-data': Buffer.from(server.ca).toString(
              'base64',
            ),
          },
        },
      ],
      users: [{ name: 'u', user }],
      contexts: [{ name: 'x', context: { cluster: 'c', user: 'u' } }],
      'current-context': 'x',
      ...fields,
    });
  }

  const read = (config: JsonObject) =>
    readKubernetesCredentials(new ConfigReader(config), { configKey: KEY });

  async function sent(config: JsonObject): Promise<string | undefined> {
    const transport = KubernetesTransport.create({ credentials: read(config) });
    const answer = await transport.json<{ authorization?: string }>({
      path: '/api',
    });
    transport.close();
    return answer.authorization;
  }

  it('reads a kubeconfig from a file and from the configuration itself', async () => {
    const content = kubeconfig({ token: 'from-kubeconfig' });
    const path = file('kubeconfig', content);
    await expect(sent({ kubeconfig: { file: path } })).resolves.toBe(
      'Bearer from-kubeconfig',
    );
    await expect(sent({ kubeconfig: { inline: content } })).resolves.toBe(
      'Bearer from-kubeconfig',
    );
  });

  it('uses the context that is named', async () => {
    const inline = kubeconfig(
      { token: 'first' },
      {
        users: [
          { name: 'u', user: { token: 'first' } },
          { name: 'v', user: { username: 'tom', password: 'pass' } },
        ],
        contexts: [
          { name: 'x', context: { cluster: 'c', user: 'u' } },
          { name: 'y', context: { cluster: 'c', user: 'v' } },
        ],
      },
    );
    await expect(sent({ kubeconfig: { inline, context: 'y' } })).resolves.toBe(
      `Basic ${Buffer.from('tom:pass').toString('base64')}`,
    );
  });

  it('reads files that a kubeconfig names beside itself', async () => {
    file('ca.crt', server.ca);
    file('token', 'beside\n');
    const path = file(
      'relative',
      kubeconfig(
        { tokenFile: 'token' },
        {
          clusters: [
            {
              name: 'c',
              cluster: {
                server: server.url,
                'certificate-authority': 'ca.crt',
              },
            },
          ],
        },
      ),
    );
    await expect(sent({ kubeconfig: { file: path } })).resolves.toBe(
      'Bearer beside',
    );
  });

  it('reads address, token and CA one by one', async () => {
    const direct = { url: server.url, caData: server.ca };
    await expect(sent({ ...direct, token: 't' })).resolves.toBe('Bearer t');
    await expect(
      sent({ ...direct, tokenFile: file('t', 'from-file\n') }),
    ).resolves.toBe('Bearer from-file');
    await expect(
      sent({ url: server.url, token: 't', caFile: file('ca', server.ca) }),
    ).resolves.toBe('Bearer t');
    await expect(
      sent({ url: server.url, token: 't', skipTLSVerify: true }),
    ).resolves.toBe('Bearer t');
  });

  it('signs in with a certificate, without a header', async () => {
    const { key, cert } = testCertificate();
    await expect(
      sent({
        url: server.url,
        caData: server.ca,
        certFile: file('cert', cert),
        keyFile: file('key', key),
      }),
    ).resolves.toBeUndefined();
  });

  it('follows a token file that is replaced', async () => {
    const tokenFile = file('rotating', 'old');
    const transport = KubernetesTransport.create({
      credentials: read({ url: server.url, caData: server.ca, tokenFile }),
    });
    const ask = () =>
      transport.json<{ authorization: string }>({ path: '/api' });
    expect((await ask()).authorization).toBe('Bearer old');
    file('rotating', 'newer');
    await new Promise(resolve => setTimeout(resolve, 1100));
    expect((await ask()).authorization).toBe('Bearer newer');
    transport.close();
  });

  it('reads the token file again at once when the server refuses the token', async () => {
    const tokenFile = file('refused', 'old');
    const strict = await ScriptedServer.start((request, response) =>
      request.headers.authorization === 'Bearer valid'
        ? sendJson(response, { ok: true })
        : sendStatus(response, 401, { message: 'Unauthorized' }),
    );
    const transport = KubernetesTransport.create({
      credentials: read({ url: strict.url, caData: strict.ca, tokenFile }),
    });
    await expect(transport.json({ path: '/api' })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    // Nothing new to try with, so it was asked once.
    expect(strict.requests).toHaveLength(1);
    file('refused', 'valid');
    await expect(transport.json({ path: '/api' })).resolves.toEqual({
      ok: true,
    });
    expect(strict.requests).toHaveLength(3);
    transport.close();
    await strict.stop();
  });

  it('keeps what it had while a file is away', async () => {
    const tokenFile = file('vanishing', 'kept');
    const credentials = read({ url: server.url, caData: server.ca, tokenFile });
    rmSync(tokenFile);
    const { headers } = await credentials.renew();
    expect(headers.Authorization).toBe('Bearer kept');
  });

  it('runs a command only when that is allowed', async () => {
    const status = { token: 'by-command' };
    const exec = {
      apiVersion: 'client.authentication.k8s.io/v1',
      command: process.execPath,
      args: [
        '-e',
        `console.log(JSON.stringify({apiVersion:'client.authentication.k8s.io/v1',kind:'ExecCredential',status:${JSON.stringify(
          status,
        )}}))`,
      ],
    };
    const inline = kubeconfig({ exec });
    expect(() => read({ kubeconfig: { inline } })).toThrow(
      `${KEY}.kubeconfig.inline: its user runs a command or asks an auth provider, refused without allowExec: true`,
    );
    await expect(
      sent({ kubeconfig: { inline }, allowExec: true }),
    ).resolves.toBe('Bearer by-command');
  });

  it.each([
    ['its complaints', `console.error('${CANARY}'); process.exit(1)`],
    ['what it writes in place of a credential', `console.log('${CANARY}')`],
  ])('passes nothing on of a command that fails: %s', async (_what, script) => {
    const exec = {
      apiVersion: 'client.authentication.k8s.io/v1',
      command: process.execPath,
      args: ['-e', script],
    };
    const inline = kubeconfig({ exec });
    const error = await sent({ kubeconfig: { inline }, allowExec: true }).catch(
      e => e,
    );
    expect(error).toMatchObject({ code: 'unauthenticated' });
    expect(String(error.stack)).not.toContain(CANARY);
  });

  it('keeps the environment from switching the check of certificates off', async () => {
    const credentials = read({ url: server.url, token: 't' });
    const { tls } = await credentials.connection();
    expect(tls.rejectUnauthorized).toBe(true);
  });

  const cases: Array<[string, () => JsonObject, RegExp]> = [
    ['nothing', () => ({}), /neither kubeconfig nor url/],
    [
      'both ways',
      () => ({ url: server.url, kubeconfig: { inline: CANARY } }),
      /either kubeconfig or url/,
    ],
    ['an empty kubeconfig', () => ({ kubeconfig: {} }), /exactly one of file/],
    [
      'a file that is not there',
      () => ({ kubeconfig: { file: join(folder, CANARY) } }),
      /\.kubeconfig\.file: the file cannot be read \(ENOENT\)/,
    ],
    [
      'broken YAML',
      () => ({ kubeconfig: { inline: `users: [${CANARY}: {{` } }),
      /\.kubeconfig\.inline: is not a kubeconfig/,
    ],
    [
      'something else in YAML',
      () => ({ kubeconfig: { inline: CANARY } }),
      /kubeconfig\.inline: /,
    ],
    [
      'a context that is not there',
      () => ({
        kubeconfig: { inline: kubeconfig({ token: CANARY }), context: CANARY },
      }),
      /the context wanted is not in it/,
    ],
    [
      'an auth provider',
      () => ({
        kubeconfig: {
          inline: kubeconfig({
            'auth-provider': { name: 'oidc', config: { 'id-token': CANARY } },
          }),
        },
      }),
      /refused without allowExec/,
    ],
    [
      'a user that acts as another',
      () => ({
        kubeconfig: { inline: kubeconfig({ token: CANARY, as: 'admin' }) },
      }),
      /acts as another/,
    ],
    [
      'no credential',
      () => ({ url: server.url }),
      /exactly one of token, tokenFile/,
    ],
    [
      'two credentials',
      () => ({ url: server.url, token: CANARY, tokenFile: CANARY }),
      /exactly one of token, tokenFile/,
    ],
    [
      'a certificate without its key',
      () => ({ url: server.url, certFile: CANARY }),
      /certFile and keyFile go together/,
    ],
    [
      'a token file that is empty',
      () => ({ url: server.url, tokenFile: file('empty', '\n') }),
      /\.tokenFile: the file is empty/,
    ],
    [
      'a token of another type',
      () => ({ url: server.url, token: 7 }),
      /\.token: must be a text/,
    ],
    [
      'an address that is none',
      () => ({ url: CANARY, token: 't' }),
      /\.url: the server's address is no https address/,
    ],
    [
      'a password in the address',
      () => ({ url: `https://tom:${CANARY}@host`, token: 't' }),
      /\.url: the server's address carries more/,
    ],
    [
      'a plain address elsewhere',
      () => ({ url: 'http://example.com', token: CANARY }),
      /\.url: .* travel readable/,
    ],
  ];

  it.each(cases)(
    'names key and reason, and no value, for %s',
    (_name, config, reason) => {
      let error: unknown;
      try {
        read(config());
      } catch (caught) {
        error = caught;
      }
      expect(error).toBeInstanceOf(InputError);
      const { message } = error as InputError;
      expect(message).toMatch(reason);
      expect(message.startsWith(KEY)).toBe(true);
      expect(message).not.toContain(CANARY);
    },
  );
});
