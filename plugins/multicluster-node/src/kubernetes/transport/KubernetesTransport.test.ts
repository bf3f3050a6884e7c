import { gzipSync } from 'node:zlib';
import { ConfigReader } from '@backstage/config';
import { ScriptedServer } from '../__testUtils__/ScriptedServer';
import { sendJson, sendStatus } from '../__testUtils__/sendJson';
import { testTransport } from '../__testUtils__/testTransport';
import { readKubernetesCredentials } from '../credentials';
import { KubernetesError } from './KubernetesError';
import { KubernetesTransport } from './KubernetesTransport';

const CANARY = 'canary-7f3a9c-token';

jest.setTimeout(30_000);

describe('KubernetesTransport', () => {
  let server: ScriptedServer;
  let transport: KubernetesTransport;

  beforeAll(async () => {
    server = await ScriptedServer.start(() => {});
    transport = testTransport(server, CANARY);
  });

  beforeEach(() => {
    server.requests.length = 0;
  });

  afterAll(async () => {
    transport.close();
    await server.stop();
  });

  async function failure(call: Promise<unknown>): Promise<KubernetesError> {
    const error = await call.then(
      () => new Error('it did not fail'),
      e => e,
    );
    expect(error).toBeInstanceOf(KubernetesError);
    return error;
  }

  it('sends the credential, asks for gzip, and does not look like a browser', async () => {
    server.use((_request, response) => {
      response.writeHead(200, {
        'Content-Type': 'application/json',
        'Content-Encoding': 'gzip',
      });
      response.end(gzipSync(JSON.stringify({ packed: true })));
    });
    await expect(transport.json({ path: '/api/v1/pods' })).resolves.toEqual({
      packed: true,
    });
    const { headers } = server.requests[0];
    expect(headers.authorization).toBe(`Bearer ${CANARY}`);
    expect(headers['accept-encoding']).toBe('gzip');
    expect(headers['user-agent']).not.toMatch(/curl|mozilla|wget/i);
    expect(headers).not.toHaveProperty('impersonate-user');
  });

  it('sends the query encoded, without what is undefined', async () => {
    server.use((_request, response) => sendJson(response, {}));
    await transport.json({
      path: '/api/v1/pods',
      query: { labelSelector: 'a=b,c in (d&e)', limit: 5, continue: undefined },
    });
    const [{ query }] = server.requests;
    expect([...query]).toEqual([
      ['labelSelector', 'a=b,c in (d&e)'],
      ['limit', '5'],
    ]);
  });

  it.each([
    ['reads', {}],
    ['writes', { method: 'POST' as const, body: { text: 'ü' } }],
  ])(
    '%s as a user with each group in a header line of its own',
    async (_name, how) => {
      server.use((_request, response) => sendJson(response, {}));
      await transport.json({
        ...how,
        path: '/api/v1/pods',
        as: { user: 'zoë@example.com', groups: ['a', 'b, c'], uid: '7' },
      });
      const [{ rawHeaders }] = server.requests;
      const sent = rawHeaders.flatMap((name, index) =>
        index % 2 === 0 && /^impersonate/i.test(name)
          ? [[name, Buffer.from(rawHeaders[index + 1], 'latin1').toString()]]
          : [],
      );
      expect(sent).toEqual([
        ['Impersonate-User', 'zoë@example.com'],
        ['Impersonate-Group', 'a'],
        ['Impersonate-Group', 'b, c'],
        ['Impersonate-Uid', '7'],
      ]);
    },
  );

  it('sends nothing when whom to act as is refused', async () => {
    await expect(
      transport.json({
        path: '/api/v1/pods',
        as: { user: 'tom', groups: ['system:masters'] },
      }),
    ).rejects.toThrow('A system group is never acted as');
    expect(server.requests).toEqual([]);
  });

  it('repeats of an answer only the message of a Status, without the credential in it', async () => {
    server.use((request, response) =>
      sendStatus(response, 403, {
        reason: 'Forbidden',
        message: `pods is forbidden: header was ${request.headers.authorization}\nand more`,
      }),
    );
    const error = await failure(transport.json({ path: '/api/v1/pods' }));
    expect(error).toMatchObject({
      code: 'forbidden',
      status: 403,
      reason: 'Forbidden',
    });
    expect(error.message).toMatch(
      /^GET \/api\/v1\/pods failed: 403 Forbidden: pods is forbidden: header was \[redacted\]/,
    );
    expect(error.message).not.toMatch(/\n/);
    expect(JSON.stringify({ ...error, stack: error.stack })).not.toContain(
      CANARY,
    );
  });

  it.each([
    ['text/html', 502, 'not-an-api'],
    ['text/plain', 503, 'unreachable'],
    ['application/json', 500, 'upstream-error'],
  ])(
    'never repeats a body of type %s that echoes the request',
    async (type, status, code) => {
      server.use((request, response) => {
        response.writeHead(status, { 'Content-Type': type });
        response.end(`"${JSON.stringify(request.headers)}"`);
      });
      const error = await failure(transport.json({ path: '/api' }));
      expect(error.code).toBe(code);
      expect(`${error.message} ${error.statusMessage}`).not.toContain(CANARY);
    },
  );

  it('refuses an answer that is larger than allowed, also when it is packed small', async () => {
    server.use((_request, response) => {
      response.writeHead(200, {
        'Content-Type': 'application/json',
        'Content-Encoding': 'gzip',
      });
      response.end(gzipSync(Buffer.alloc(5_000_000, 0x20)));
    });
    const error = await failure(
      transport.json({ path: '/api', maxBytes: 100_000 }),
    );
    expect(error.code).toBe('too-large');
  });

  it('ends a call at its deadline, before and within the answer', async () => {
    server.use(() => {});
    const before = await failure(
      transport.json({ path: '/api', deadlineMs: 50 }),
    );
    expect(before.code).toBe('timeout');
    server.use((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.write('{');
    });
    const within = await failure(
      transport.json({ path: '/api', deadlineMs: 50 }),
    );
    expect(within.code).toBe('timeout');
  });

  it('ends a call when its signal aborts, with the reason of the signal', async () => {
    server.use(() => {});
    const controller = new AbortController();
    const call = transport.json({ path: '/api', signal: controller.signal });
    controller.abort(new Error('no longer wanted'));
    await expect(call).rejects.toThrow('no longer wanted');
  });

  it('follows no redirect', async () => {
    server.use((_request, response) => {
      response.writeHead(302, { Location: 'http://169.254.169.254/' });
      response.end();
    });
    const error = await failure(transport.json({ path: '/moved' }));
    expect(error.code).toBe('not-an-api');
    expect(
      server.requests.filter(({ path }) => path === '/moved'),
    ).toHaveLength(1);
  });

  it('names a certificate that it does not trust', async () => {
    const distrusting = KubernetesTransport.create({
      credentials: readKubernetesCredentials(
        new ConfigReader({ url: server.url, token: CANARY }),
        { configKey: 'test' },
      ),
    });
    const error = await failure(distrusting.json({ path: '/api' }));
    expect(error.code).toBe('tls');
  });

  it('names a server that is not there', async () => {
    const gone = await ScriptedServer.start(() => {});
    const lost = testTransport(gone);
    await gone.stop();
    const error = await failure(lost.json({ path: '/api' }));
    expect(error).toMatchObject({
      code: 'unreachable',
      message: 'GET /api failed: ECONNREFUSED',
    });
  });

  describe('streams', () => {
    const text = async (
      batches: AsyncIterable<Array<{ text: string }>>,
    ): Promise<string[]> => {
      const lines: string[] = [];
      for await (const batch of batches) {
        lines.push(...batch.map(line => line.text));
      }
      return lines;
    };

    it('give lines as they come, whatever the chunks, and the unfinished last one', async () => {
      server.use(async (_request, response) => {
        response.writeHead(200, { 'Content-Type': 'text/plain' });
        for (const part of ['on', 'e\ntwo\nthr', 'ee ', 'ü'.slice(0, 1)]) {
          response.write(part);
          await new Promise(resolve => setTimeout(resolve, 5));
        }
        response.end();
      });
      const { batches } = await transport.stream({ path: '/log' });
      await expect(text(batches)).resolves.toEqual(['one', 'two', 'three ü']);
    });

    it('refuse before the first line', async () => {
      server.use((_request, response) => sendStatus(response, 403));
      const error = await failure(transport.stream({ path: '/log' }));
      expect(error.code).toBe('forbidden');
    });

    it('cut a line that is too long and go on with the next', async () => {
      server.use((_request, response) => {
        response.writeHead(200, { 'Content-Type': 'text/plain' });
        response.end(`${'x'.repeat(300_000)}\nshort\n`);
      });
      const { batches } = await transport.stream({
        path: '/log',
        maxLineBytes: 10_000,
      });
      const lines = [];
      for await (const batch of batches) {
        lines.push(...batch);
      }
      expect(lines).toEqual([
        { text: 'x'.repeat(2048), bytes: 300_000, oversized: true },
        { text: 'short', bytes: 5 },
      ]);
    });

    it('end when they fall silent, but not while the reader is busy', async () => {
      server.use((_request, response) => {
        response.writeHead(200, { 'Content-Type': 'text/plain' });
        response.write('one\n');
      });
      const { batches } = await transport.stream({ path: '/log', idleMs: 40 });
      const seen: string[] = [];
      const error = await failure(
        (async () => {
          for await (const batch of batches) {
            seen.push(...batch.map(line => line.text));
            await new Promise(resolve => setTimeout(resolve, 120));
            seen.push('still reading');
          }
        })(),
      );
      expect(seen).toEqual(['one', 'still reading']);
      expect(error).toMatchObject({ code: 'timeout', reason: 'Silent' });
    });

    it('close their connection when the reader leaves', async () => {
      let closed = false;
      server.use((_request, response) => {
        response.once('close', () => {
          closed = true;
        });
        response.writeHead(200, { 'Content-Type': 'text/plain' });
        response.write('one\n');
      });
      const { batches } = await transport.stream({ path: '/log' });
      for await (const batch of batches) {
        expect(batch).toHaveLength(1);
        break;
      }
      await new Promise(resolve => setTimeout(resolve, 50));
      expect(closed).toBe(true);
    });

    it('say that a connection broke', async () => {
      server.use((_request, response) => {
        response.writeHead(200, { 'Content-Type': 'text/plain' });
        response.write('one\n', () => response.socket?.destroy());
      });
      const { batches } = await transport.stream({ path: '/log' });
      const error = await failure(text(batches));
      expect(error.code).toBe('unreachable');
    });
  });
});
