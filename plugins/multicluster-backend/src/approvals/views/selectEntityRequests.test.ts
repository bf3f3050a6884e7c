import { Knex } from 'knex';
import { openRunsWorld } from '../../__testUtils__/runsWorld';
import { seedApproval } from '../../__testUtils__/seedApproval';
import { shopWorld } from '../../__testUtils__/shopWorld';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { twoOfShop } from '../__testUtils__/draftOf';
import { selectEntityRequests } from './selectEntityRequests';

const databases = testDatabases();
const NOW = Date.parse('2026-11-20T12:00:00Z');
const clock = { now: async () => NOW };
const of = (entityRef: string) => ({
  entities: [{ entityRef, confirmed: true }],
});

describe.each(databases.eachSupportedId())(
  'requests about an entity on %s',
  id => {
    let knex: Knex;

    beforeAll(async () => {
      knex = await databases.init(id);
      await openRunsWorld(knex, shopWorld, { pipelines: [], runs: [] });
    }, 60_000);

    it('are those that wait for people or for their time, with what counts and until when a window is closed', async () => {
      const seed = (name: string, given: Parameters<typeof seedApproval>[1]) =>
        seedApproval(knex, {
          id: name,
          gateKey: name,
          environment: 'production',
          ...given,
        });
      const windows = [
        {
          name: 'quarter end',
          kind: 'deny' as const,
          timezone: 'UTC',
          from: '2026-11-20T00:00',
          to: '2026-11-23T08:00',
        },
      ];
      await seed('open', {
        kind: 'pull',
        createdAt: NOW - 2,
        detail: {
          gateTitle: 'Release',
          environments: ['', 'edge', 'production'],
        },
        policy: { ...twoOfShop, windows },
      });
      await seed('held', {
        state: 'held',
        createdAt: NOW - 1,
        delivery: 'none',
        runKey: 'r1',
        gateId: 'approve',
        policy: { ...twoOfShop, require: { all: [] } },
        detail: {},
        title: 'shop to production',
      });
      await seed('on its way', { state: 'delivering' });
      await seed('over', { state: 'applied', closedAt: NOW });
      await seed('nowhere', { environment: undefined });
      await seed('of another', of('component:default/other'));
      const vote = (voter: string, given = {}) => ({
        id: `${voter} ${Object.values(given)}`,
        request_id: 'open',
        generation: 1,
        voter,
        decision: 'approve',
        subject_digest: 'x',
        status: 'counted',
        groups: '[]',
        channel: 'portal',
        at: NOW,
        ordinal: 1,
        ...given,
      });
      await knex('approval_vote').insert([
        vote('user:default/olivia'),
        vote('user:default/paul', { status: 'void' }),
        vote('user:default/rosa', { decision: 'reject' }),
        vote('user:default/noor', { generation: 2 }),
      ]);

      const found = await selectEntityRequests(
        knex,
        clock,
        'component:default/shop',
      );

      expect(found).toMatchObject([
        {
          kind: 'pull',
          state: 'pending',
          environments: ['production', 'edge'],
          title: 'Release',
          delivered: true,
          received: 1,
          needed: 2,
          window: {
            open: false,
            nextOpen: '2026-11-23T08:00:00.000Z',
            sentence: { code: 'approval.window.frozen' },
          },
        },
        {
          state: 'held',
          title: 'shop to production',
          delivered: false,
          received: 0,
          runKey: 'r1',
          gateId: 'approve',
          window: { open: true },
        },
      ]);
      expect(found[1].needed).toBeUndefined();
    });
  },
);
