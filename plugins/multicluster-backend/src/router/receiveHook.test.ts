import { mockCredentials } from '@backstage/backend-test-utils';
import { HookRequest } from '@fairway/backstage-plugin-multicluster-node';
import request from 'supertest';
import { fakeRuns } from '../__testUtils__/fakeRuns';
import {
  fakeSource,
  startTestPlugin,
  TestPlugin,
} from '../__testUtils__/startTestPlugin';

const { hook } = fakeRuns();

describe('the hook of a source', () => {
  let plugin: TestPlugin;
  let heard: HookRequest[];

  beforeEach(async () => {
    heard = [];
    plugin = await startTestPlugin({
      sources: [
        fakeSource(),
        fakeSource({
          id: 'tool',
          type: 'tool',
          runs: fakeRuns({
            hook(received) {
              heard.push(received);
              return hook!(received);
            },
          }),
        }),
      ],
    });
  });
  afterEach(() => plugin.stop());

  const post = (source: string, secret?: string) => {
    const sent = request(plugin.server)
      .post(`/api/multicluster/v1/sources/${source}/hook`)
      .set('Authorization', mockCredentials.none.header())
      .set('Content-Type', 'application/json');
    return secret ? sent.set('X-Secret', secret) : sent;
  };
  const woken = () => plugin.knex('source_wake').pluck('run_key');

  it('wakes whoever observes it, without a token of the portal, and says nothing', async () => {
    const { status, text } = await post('tool', 'right').send('{"id": 1 }');
    expect([status, text]).toEqual([204, '']);
    expect(await woken()).toEqual(['run-1']);
    // Byte by byte, as a signature was made of it.
    expect(heard[0].body.toString()).toBe('{"id": 1 }');
  });

  it('hears a call without a body', async () => {
    expect((await post('tool', 'right')).status).toBe(204);
    expect(heard[0].body).toHaveLength(0);
  });

  it.each([undefined, 'wrong'])(
    'refuses the secret %s, whatever token comes with it',
    async secret => {
      const refused = await post('tool', secret)
        .set('Authorization', mockCredentials.user.header())
        .send('{}');
      expect(refused.status).toBe(401);
      expect(await woken()).toEqual([]);
    },
  );

  it.each(['prod', 'nobody'])('does not exist for the source %s', async id => {
    const { status, body } = await post(id, 'right').send('{}');
    expect([status, body.error.code]).toEqual([404, 'source-not-found']);
  });

  it('reads no more than 256 KiB, and nothing that is compressed', async () => {
    const large = await post('tool', 'right').send('x'.repeat(257 * 1024));
    expect(large.status).toBe(413);
    const zipped = await post('tool', 'right')
      .set('Content-Encoding', 'gzip')
      .send('x');
    expect(zipped.status).toBe(415);
    expect(heard).toEqual([]);
  });

  const statusesOf = async (secret: string) => {
    const codes = new Set<number>();
    for (let n = 0; n < 60; n++) {
      codes.add((await post('tool', secret).send('{}')).status);
    }
    return [...codes];
  };

  it('hears a source only so often, and the others all the same', async () => {
    expect(await statusesOf('right')).toEqual([204, 429]);
    expect((await post('prod', 'right').send('{}')).status).toBe(404);
  });

  it('lets nobody without the secret use up what the tool may send', async () => {
    expect(await statusesOf('wrong')).toEqual([401, 429]);
    expect((await post('tool', 'right').send('{"id": 1 }')).status).toBe(204);
    expect(await woken()).toEqual(['run-1']);
  });

  it('opens nothing beside itself', async () => {
    for (const path of ['/v1/sources', '/v1/sources/tool', '/v1/runs']) {
      const { status } = await request(plugin.server)
        .get(`/api/multicluster${path}`)
        .set('Authorization', mockCredentials.none.header());
      expect(status).toBe(401);
    }
  });
});
