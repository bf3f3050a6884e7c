import {
  EntityRuns,
  RunDetails,
  RunList,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { Entity } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { openRunsWorld } from '../../__testUtils__/runsWorld';
import { seedApproval } from '../../__testUtils__/seedApproval';
import { shopWorld } from '../../__testUtils__/shopWorld';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { RunReader } from '../../service/RunService';
import { ViewBody } from '../../service/ViewBody';
import { PortalGates } from '../../views/runs/PortalGates';
import { twoOfShop } from '../__testUtils__/draftOf';
import { RequestRecord } from '../model/RequestRecord';
import { PortalGateReader } from './PortalGateReader';
import { showingPortalGates } from './showingPortalGates';

const databases = testDatabases();
const NOW = Date.parse('2026-11-20T12:00:00Z');
const platform = { groups: ['group:default/platform'] };
const of = (key: string) => ({ source: 'tool', key });

describe.each(databases.eachSupportedId())('PortalGateReader on %s', id => {
  let knex: Knex;
  let gates: PortalGates;

  beforeAll(async () => {
    knex = await databases.init(id);
    await openRunsWorld(knex, shopWorld, { pipelines: [], runs: [] });
    gates = PortalGateReader.create({
      knex,
      clock: { now: async () => NOW },
    });
    const seed = (name: string, more: Partial<RequestRecord> = {}) =>
      seedApproval(knex, {
        id: name,
        gateKey: name,
        kind: 'pull',
        source: 'tool',
        runKey: 'run-1',
        gateId: 'release',
        createdAt: NOW - 60_000,
        detail: { gateTitle: 'release' },
        policy: { ...twoOfShop, require: { atLeast: 2, of: platform } },
        ...more,
      });
    await seed('open');
    await seed('over', {
      state: 'applied',
      decision: 'approve',
      createdAt: NOW - 120_000,
      closedAt: NOW - 90_000,
    });
    await seed('tool gate', { kind: 'gate' });
    await seed('other source', { source: 'other' });
    await seed('held', {
      runKey: 'run-2',
      state: 'held',
      policy: {
        ...twoOfShop,
        windows: [
          {
            name: 'quarter end',
            kind: 'deny',
            timezone: 'UTC',
            from: '2026-11-20T00:00',
            to: '2026-11-23T08:00',
          },
        ],
      },
    });
    await seed('halted', {
      runKey: 'run-4',
      state: 'halted',
      decision: 'approve',
    });
    await seed('unknown', {
      runKey: 'run-5',
      state: 'unknown',
      decision: 'approve',
    });
    await seed('refused', { runKey: 'run-3', refusal: 'MATCH_NOT_CONFIRMED' });
    await knex('approval_pull').insert({
      request_id: 'open',
      stage_id: 'stage-1',
      asked_at: NOW,
    });
    await knex('approval_vote').insert({
      id: 'vote',
      request_id: 'open',
      generation: 1,
      voter: 'user:default/paul',
      decision: 'approve',
      subject_digest: 'x',
      status: 'counted',
      groups: JSON.stringify(platform.groups),
      channel: 'portal',
      at: NOW,
      ordinal: 1,
    });
  }, 60_000);

  it('tells who is asked at which stage, how far it is, and where it is decided', async () => {
    const found = await gates.of([of('run-1')], 'open');
    expect(found(of('run-1'))).toEqual([
      expect.objectContaining({
        stageId: 'stage-1',
        state: 'pending',
        title: 'release',
        approvers: [{ nativeId: 'platform', kind: 'group' }],
        quorum: { kind: 'n-of', n: 2, received: 1 },
        openedAt: '2026-11-20T11:59:00.000Z',
        actionable: true,
        requestId: 'open',
        sentence: sentence('pull.waitsFor', {
          gate: 'release',
          received: 1,
          needed: 2,
          who: 'platform',
        }),
      }),
    ]);
    expect(found({ source: 'elsewhere', key: 'run-1' })).toEqual([]);
  });

  it.each([
    ['run-2', 'approved', 'release: Approved; frozen by quarter end until '],
    ['run-3', 'pending', 'release: Whose it is, is claimed and not confirmed'],
    ['run-4', 'unknown', 'release: A step of it cannot go on'],
    ['run-5', 'unknown', 'release: It is not known whether the tool took it'],
  ])(
    'says why %s waits for nobody who could decide',
    async (key, state, said) => {
      const found = await gates.of([of(key)], 'open');
      const [gate] = found(of(key));
      expect(gate).toMatchObject({ state, actionable: false });
      expect(gate.sentence.text).toContain(said);
    },
  );

  it('tells of what is over when it was waited for', async () => {
    const found = await gates.of([of('run-1')], 'all');
    expect(found(of('run-1'))).toMatchObject([
      {
        state: 'approved',
        openedAt: '2026-11-20T11:58:00.000Z',
        closedAt: '2026-11-20T11:58:30.000Z',
      },
      { state: 'pending' },
    ]);
  });

  it('asks once where nothing waits, and not at all without runs', async () => {
    const statements: string[] = [];
    const listen = ({ sql }: { sql: string }) => statements.push(sql);
    knex.on('query', listen);
    await gates.of([of('run-9'), of('run-8')], 'open');
    await gates.of([], 'open');
    knex.removeListener('query', listen);
    expect(statements).toHaveLength(1);
  });
});

describe('showingPortalGates', () => {
  const waits = sentence('pull.waits', { gate: 'release' });
  const gate = {
    id: 'portal:1',
    stageId: 's2',
    state: 'pending',
    sentence: waits,
  };
  const works = sentence('pull.notAsking');
  const run = { source: 'tool', nativeId: 'run-1', sentence: works, gates: [] };
  const other = { ...run, nativeId: 'run-2' };
  const reader = showingPortalGates(
    {
      run: async () =>
        ({
          run,
          sentences: [{ ...works, tone: 'run' }],
          stages: [{ id: 's1' }, { id: 's2' }],
        } as unknown as ViewBody<RunDetails>),
      entityRuns: async () =>
        ({
          sentence: { ...works, tone: 'run' },
          pipelines: [
            { name: 'shop', latest: run, gates: [] },
            { name: 'till', latest: other, gates: [] },
          ],
          items: [run, other],
        } as unknown as ViewBody<EntityRuns>),
      list: async () =>
        ({ items: [run, other] } as unknown as ViewBody<RunList>),
      pipelines: async () => ({
        items: [
          { latest: run, gatesWaiting: 0 },
          { latest: other, gatesWaiting: 1 },
          { gatesWaiting: 0 },
        ],
      }),
    } as unknown as RunReader,
    {
      of: async () => name =>
        (name.key === 'run-1' ? [gate] : []) as ReturnType<
          Awaited<ReturnType<PortalGates['of']>>
        >,
    },
  );

  it('says on the page of a run that people are waited for, and where', async () => {
    const view = await reader.run('x');
    expect(view!.sentences).toEqual([{ ...waits, tone: 'hold' }]);
    expect(view!.run).toMatchObject({ sentence: waits, gates: [gate] });
    expect(view!.stages).toEqual([{ id: 's1' }, { id: 's2', gate }]);
  });

  it('says on the card of an entity first that people are waited for', async () => {
    const view = await reader.entityRuns({} as Entity, {});
    expect(view.sentence).toMatchObject({
      code: 'pipeline.says',
      tone: 'hold',
    });
    expect(view.pipelines).toMatchObject([
      { latest: { sentence: waits }, gates: [gate] },
      { latest: { sentence: works }, gates: [] },
    ]);
    expect(view.items).toMatchObject([{ gates: [gate] }, { gates: [] }]);
  });

  it('counts it in lists', async () => {
    const { items } = await reader.list({});
    expect(items.map(item => item.gates)).toEqual([[gate], []]);
    const pipelines = await reader.pipelines({});
    expect(pipelines.items.map(item => item.gatesWaiting)).toEqual([1, 1, 0]);
    expect(pipelines.items[0].latest!.sentence).toBe(waits);
  });
});
