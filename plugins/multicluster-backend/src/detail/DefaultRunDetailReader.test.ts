import { NotAllowedError } from '@backstage/errors';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  RunsFacet,
  StageLogPage,
  StageLogRequest,
} from '@fairway/backstage-plugin-multicluster-node';
import { StageLogFrame } from '@fairway/backstage-plugin-multicluster-common';
import knexFactory, { Knex } from 'knex';
import { applyMigrations } from '../inventory/sql/applyMigrations';
import { SourceRegistry } from '../service/SourceRegistry';
import { fakeRuns } from '../__testUtils__/fakeRuns';
import { seedDelivery } from '../__testUtils__/seedDelivery';
import { fakeSource } from '../__testUtils__/startTestPlugin';
import { waitingRun } from '../__testUtils__/waitingRun';
import { CallerReader } from './CallerReader';
import { DefaultRunDetailReader } from './DefaultRunDetailReader';

const ann = mockCredentials.user('user:default/ann');
const bob = mockCredentials.user('user:default/bob');
const RUN = waitingRun.key;

describe('DefaultRunDetailReader', () => {
  let knex: Knex;
  const logger = mockServices.logger.mock();

  beforeEach(async () => {
    knex = knexFactory({
      client: 'better-sqlite3',
      connection: ':memory:',
      useNullAsDefault: true,
    });
    await applyMigrations({}, knex);
    await seedDelivery(knex, {
      pipelines: [{ key: 'shop-canary' }],
      runs: [waitingRun],
    });
    logger.error.mockClear();
  });
  afterEach(() => knex.destroy());

  function open(
    runs: Partial<RunsFacet>,
    { deadlineMs = 200, note }: { deadlineMs?: number; note?: () => void } = {},
  ) {
    const sources = new SourceRegistry();
    sources.add(fakeSource({ id: 'tool', runs: fakeRuns(runs) }));
    const watched: string[] = [];
    const reader = DefaultRunDetailReader.create({
      knex,
      sources,
      logger,
      demand: {
        noteWatched: async id => {
          note?.();
          watched.push(id);
        },
      },
      callers: CallerReader.create({
        auth: mockServices.auth(),
        catalog: catalogServiceMock({ entities: [] }),
        userInfo: mockServices.userInfo(),
      }),
      limits: {
        deadlineMs,
        maxInFlight: 2,
        logsPerUser: 4,
        logMaxChars: 1000,
        logMaxMs: 5000,
      },
      pollMs: 1,
    });
    return { reader, watched };
  }

  /** A log whose pages come one after the other; the last one again and again. */
  function pages(...all: StageLogPage[]) {
    const requests: StageLogRequest[] = [];
    return {
      requests,
      log: async (request: StageLogRequest) => {
        requests.push(request);
        const at = Number(request.cursor ?? 0);
        return all[Math.min(at, all.length - 1)];
      },
    };
  }
  const page = (text: string, cursor: string, complete = false) => ({
    lines: text ? [{ severity: 'info' as const, text }] : [],
    cursor,
    complete,
  });
  const asking = (
    credentials = ann,
    signal = new AbortController().signal,
  ) => ({
    credentials,
    signal,
    stillAllowed: async () => 'granted' as const,
  });
  async function collect(frames: AsyncIterable<StageLogFrame>) {
    const seen: StageLogFrame[] = [];
    for await (const frame of frames) {
      seen.push(frame);
    }
    return seen.map(frame => (frame.type === 'line' ? frame.text : frame.type));
  }
  const query = (stageId = 'approve', follow = true) => ({
    runId: RUN,
    stageId,
    follow,
  });

  describe('a log', () => {
    it('is followed until the stage is over, and its run is said to be on screen', async () => {
      const log = pages(page('a', '1'), page('b', '2'), page('', '2'));
      const { reader, watched } = open({ log: log.log });
      const frames = await reader.log(query(), asking());
      setTimeout(
        () =>
          knex('inventory_run')
            .update({
              derived: JSON.stringify({
                ...waitingRun.derived,
                status: 'cancelled',
              }),
            })
            .then(() => undefined),
        50,
      );
      expect(await collect(frames)).toEqual(['a', 'b', 'end']);
      expect(watched).toContain(RUN);
      expect(log.requests[0]).toMatchObject({
        run: { key: RUN },
        stageId: 'approve',
        caller: { userEntityRef: 'user:default/ann' },
      });
      expect(log.requests.map(item => item.cursor).slice(0, 3)).toEqual([
        undefined,
        '1',
        '2',
      ]);
    }, 15_000);

    it('is read once for everybody who reads it from the same place', async () => {
      const log = pages(page('a', '1'), page('b', '2', true));
      const { reader } = open({ log: log.log });
      const both = await Promise.all([
        reader.log(query('deploy'), asking(ann)).then(collect),
        reader.log(query('deploy'), asking(bob)).then(collect),
      ]);
      expect(both).toEqual([
        ['a', 'b', 'end'],
        ['a', 'b', 'end'],
      ]);
      expect(log.requests).toHaveLength(2);
    });

    it('is read for each by themselves where the tool asks who reads', async () => {
      const log = pages(page('a', '1', true));
      const { reader } = open({
        log: log.log,
        capabilities: () => [
          { name: 'logs', available: true, identityMode: 'user-token' },
        ],
      });
      await reader.log(query('deploy'), asking(ann)).then(collect);
      await reader.log(query('deploy'), asking(bob)).then(collect);
      expect(log.requests.map(item => item.caller.userEntityRef)).toEqual([
        'user:default/ann',
        'user:default/bob',
      ]);
    });

    it('ends with what there is when it is not followed', async () => {
      const log = pages(page('a', '1'), page('', '1'));
      const { reader } = open({ log: log.log });
      const frames = await reader.log(query('approve', false), asking());
      expect(await collect(frames)).toEqual(['a', 'end']);
    });

    it('goes on when it cannot be noted that its run is on screen', async () => {
      const log = pages(page('a', '1'), page('b', '2', true));
      const { reader } = open(
        { log: log.log },
        {
          note: () => {
            throw new Error('the database is restarted');
          },
        },
      );
      const frames = await reader.log(query(), asking());
      expect(await collect(frames)).toEqual(['a', 'b', 'end']);
      expect(logger.debug).toHaveBeenCalledWith(
        'A run on screen could not be noted',
        expect.objectContaining({ message: 'the database is restarted' }),
      );
    });

    it('is asked for no more when nobody reads it', async () => {
      const gone = new AbortController();
      const log = pages(page('a', '1'), page('', '1'));
      const { reader } = open({ log: log.log });
      const frames = await reader.log(query(), asking(ann, gone.signal));
      for await (const frame of frames) {
        expect(frame.type).toBe('line');
        break;
      }
      gone.abort();
      const asked = log.requests.length;
      await new Promise(resolve => setTimeout(resolve, 50));
      expect(log.requests.length - asked).toBeLessThanOrEqual(1);
    });

    it.each([
      ['nobody knows', { runId: 'x', stageId: 'deploy' }, {}, 'run-not-found'],
      ['has no such stage', query('x'), {}, 'stage-not-found'],
      [
        'cannot be read',
        query(),
        {
          capabilities: () => [
            { name: 'logs', available: false, identityMode: 'service' },
          ],
        },
        'log-off',
      ],
    ])('of a run that %s is refused', async (_, asked, runs, code) => {
      const { reader } = open(runs as Partial<RunsFacet>);
      await expect(reader.log(asked, asking())).rejects.toMatchObject({ code });
    });

    it('is refused as the tool refuses it, and nothing else of an error is told', async () => {
      const refusing = open({
        log: async () => {
          throw new NotAllowedError('The project forbids it');
        },
      });
      await expect(
        refusing.reader.log(query(), asking()),
      ).rejects.toMatchObject({ message: 'The project forbids it' });
      const failing = open({
        log: async () => {
          throw new Error('GET https://tool?key=secret');
        },
      });
      await expect(failing.reader.log(query(), asking())).rejects.toMatchObject(
        { name: 'ServiceUnavailableError' },
      );
      expect(JSON.stringify(logger.error.mock.calls)).not.toContain('secret');
    });

    it('is not waited for longer than its deadline', async () => {
      const { reader } = open(
        { log: () => new Promise(() => undefined) },
        { deadlineMs: 20 },
      );
      await expect(reader.log(query(), asking())).rejects.toMatchObject({
        code: 'tool-late',
      });
    });
  });

  describe('what is deployed', () => {
    const target = { name: 'prod', health: 'healthy' as const, resources: [] };

    it('is read once for everybody who asks within a moment', async () => {
      const live = jest.fn(async () => ({ targets: [target] }));
      const { reader } = open({ live });
      const [a, b] = await Promise.all([
        reader.live('shop-canary', { credentials: ann }),
        reader.live('shop-canary', { credentials: bob }),
      ]);
      expect(a).toEqual({ targets: [target] });
      expect(b).toBe(a);
      expect(live).toHaveBeenCalledTimes(1);
    });

    it('reads as off where the tool cannot tell', async () => {
      const { reader } = open({ live: undefined });
      expect(
        await reader.live('shop-canary', { credentials: ann }),
      ).toMatchObject({
        sentence: { code: 'pipeline.live.off' },
        targets: [],
      });
    });

    it('tells what a tool says to people, and nothing else', async () => {
      const { reader } = open({
        live: async () => {
          throw new Error('token abc is wrong');
        },
      });
      const answer = await reader.live('shop-canary', { credentials: ann });
      expect(JSON.stringify(answer)).not.toContain('abc');
      expect(answer.targets).toEqual([]);
    });

    it('is unknown of a pipeline that nobody knows', async () => {
      const { reader } = open({});
      await expect(
        reader.live('x', { credentials: ann }),
      ).rejects.toMatchObject({ code: 'pipeline-not-found' });
    });
  });
});
