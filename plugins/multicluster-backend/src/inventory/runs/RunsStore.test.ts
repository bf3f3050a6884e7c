import { RunsFact } from '@fairway/backstage-plugin-multicluster-node';
import { countWrites } from '../__testUtils__/countWrites';
import { FakeRunNative } from '../__testUtils__/fakeRunsFacet';
import { openRunsStore } from '../__testUtils__/openRunsStore';
import { runsFacts } from '../__testUtils__/runsFacts';
import { runsSnapshot } from '../__testUtils__/runsSnapshot';
import { testDatabases } from '../__testUtils__/testDatabases';
import { transitionLines } from '../__testUtils__/transitionLines';
import { identityHash } from './identityHash';
import { RunsStore } from './RunsStore';

jest.setTimeout(60_000);

const databases = testDatabases();
const { agent, gate, pipeline, run } = runsFacts;

describe.each(databases.eachSupportedId())('RunsStore on %s', id => {
  async function open() {
    const knex = await databases.init(id);
    const opened = await openRunsStore(knex);
    const { store } = opened;
    const sweep = async (lane: string, facts: RunsFact[]) => {
      const one = await store.beginSweep(lane);
      await one.page(facts);
      await one.complete('100');
    };
    return { knex, sweep, ...opened };
  }

  /** A batch of the lane that brings runs. */
  const change = (store: RunsStore, upserts: RunsFact[], checkpoint?: string) =>
    store.change({ lane: 'runs', upserts, deletes: [], checkpoint });

  it('keeps agents, pipelines and runs, with the states that the rules derive', async () => {
    const { knex, store, sweep } = await open();
    await sweep('agents', [agent('piped-1')]);
    await sweep('pipelines', [pipeline('shop', { agentKey: 'piped-1' })]);
    await change(
      store,
      [run('1', { status: 'succeeded' }), run('2'), run('3')],
      '7',
    );

    expect(await runsSnapshot(knex)).toEqual([
      'agent piped-1 online',
      'pipeline shop present',
      'run shop/1 succeeded (over)',
      'run shop/2 running: shop by online behind []',
      'run shop/3 running: shop by online behind [2 running]',
    ]);
    expect(await store.checkpoint('runs')).toBe('7');
    const row = await knex('inventory_run').where('key', '2').first();
    expect(row).toMatchObject({
      hash: identityHash('west', 'run', '2'),
      finished_at: null,
    });
    expect(await knex('inventory_pipeline').pluck('hash')).toEqual([
      identityHash('west', 'pipeline', 'shop'),
    ]);
    expect(
      await knex('inventory_lane').orderBy('name').select('name', 'objects'),
    ).toEqual([
      { name: 'agents', objects: 1 },
      { name: 'pipelines', objects: 1 },
      { name: 'runs', objects: 3 },
    ]);
  });

  it('writes nothing of facts that are stored already, in whatever order their keys come and by whatever lane', async () => {
    const { knex, store } = await open();
    const one = run('1', { stages: { build: 'running' } });
    await change(store, [
      pipeline('shop', { labels: { a: '1', b: '2' } }),
      one,
    ]);
    const written = await countWrites(knex);

    const turned = Object.fromEntries(
      Object.entries(one).reverse(),
    ) as unknown as RunsFact;
    await change(store, [
      pipeline('shop', { labels: { b: '2', a: '1' } }),
      turned,
    ]);
    await store.change({ lane: 'active', upserts: [turned], deletes: [] });
    const { 'inventory_lane insert': _, ...writes } = await written();
    expect(writes).toEqual({});
  });

  it('never sweeps runs away, because a list shows a window of them', async () => {
    const { knex, store, sweep } = await open();
    await sweep('all', [
      agent('a'),
      agent('b'),
      pipeline('shop'),
      pipeline('bank'),
      run('1'),
      run('2'),
    ]);
    const broken = await store.beginSweep('all');
    await broken.page([agent('b')]);
    expect(await knex('inventory_agent').pluck('key')).toHaveLength(2);

    await sweep('all', [agent('b'), run('2')]);
    expect(await runsSnapshot(knex)).toEqual([
      'agent b online',
      'pipeline shop gone',
      'run shop/1 running: unknown by nobody behind []',
      'run shop/2 running: unknown by nobody behind [1 running]',
    ]);
    const lane = await knex('inventory_lane').first();
    expect(lane).toMatchObject({ objects: 3, checkpoint: '100' });
  });

  it('keeps the runs of a pipeline that is deleted, as history that still tells its name', async () => {
    const { knex, store } = await open();
    await change(store, [
      pipeline('shop', { name: 'The shop', labels: { team: 'a' } }),
      run('1', { status: 'succeeded' }),
    ]);
    await store.change({
      lane: 'runs',
      upserts: [],
      deletes: [{ type: 'pipeline', key: 'shop' }],
    });
    const row = await knex('inventory_pipeline').first();
    expect(Boolean(row.present)).toBe(false);
    expect(row.name).toBe('The shop');
    expect(JSON.parse(row.fact).labels).toEqual({ team: 'a' });
    expect(await knex('inventory_run').pluck('key')).toEqual(['1']);

    await change(store, [pipeline('shop')]);
    expect(await runsSnapshot(knex)).toContain('pipeline shop present');
    await change(store, [pipeline('shop', { deleted: true })]);
    expect(await runsSnapshot(knex)).toContain('pipeline shop gone');
  });

  it('makes a stub of a pipeline that nobody has stated, and drops it with its last run', async () => {
    const { knex, store } = await open();
    await change(store, [run('1'), run('2')]);
    expect(await runsSnapshot(knex)).toContain('pipeline shop gone');
    const remove = (key: string) =>
      store.change({
        lane: 'runs',
        upserts: [],
        deletes: [{ type: 'run', key }],
      });
    await remove('1');
    expect(await runsSnapshot(knex)).toEqual([
      'pipeline shop gone',
      'run shop/2 running: unknown by nobody behind []',
    ]);
    await remove('2');
    expect(await runsSnapshot(knex)).toEqual([]);
  });

  it('derives only the active runs of an agent that goes offline, each once', async () => {
    const { knex, store, facet, clock } = await open();
    await change(
      store,
      [
        agent('piped-1'),
        agent('piped-2'),
        pipeline('shop', { agentKey: 'piped-1' }),
        pipeline('bank', { agentKey: 'piped-2' }),
        run('1', { status: 'succeeded' }),
        run('2'),
        run('3', {}, { pipelineKey: 'bank' }),
        run('4', {}, { pipelineKey: 'bank', agentKey: 'piped-1' }),
      ],
      '1',
    );
    const before = facet.inputs.length;
    clock.now += 60_000;
    await change(store, [agent('piped-1', { state: 'offline' })]);

    expect(facet.inputs.slice(before).map(input => input.run.key)).toEqual([
      '2',
      '4',
    ]);
    expect(facet.inputs.at(-1)?.agent).toMatchObject({
      state: 'offline',
      since: clock.now,
    });
    expect(await runsSnapshot(knex)).toEqual(
      expect.arrayContaining([
        'run shop/2 running: shop by offline behind []',
        'run bank/3 running: bank by online behind []',
        'run bank/4 running: bank by offline behind [3 running]',
      ]),
    );
    expect(await transitionLines(knex)).toEqual([
      'agent piped-1 state: online → offline',
    ]);
  });

  it('derives the active runs of a pipeline that changed, and none of those that are over', async () => {
    const { store, facet } = await open();
    await change(store, [
      pipeline('shop'),
      run('1', { status: 'failed' }),
      run('2'),
    ]);
    const before = facet.inputs.length;
    await change(store, [pipeline('shop', { name: 'The shop' })]);
    expect(facet.inputs.slice(before)).toMatchObject([
      { run: { key: '2' }, pipeline: { name: 'The shop' } },
    ]);
  });

  it('derives what stands behind a run when that moves on, and all that waits behind that in turn', async () => {
    const { knex, store } = await open();
    await change(store, [run('3', { status: 'pending' })], '1');
    await change(store, [run('2', { status: 'pending' })]);
    await change(store, [run('1')]);
    expect(await runsSnapshot(knex)).toEqual([
      'pipeline shop gone',
      'run shop/1 running: unknown by nobody behind []',
      'run shop/2 queued: unknown by nobody behind [1 running]',
      'run shop/3 queued: unknown by nobody behind [1 running, 2 queued]',
    ]);

    await change(store, [run('1', { status: 'succeeded' })]);
    expect(await runsSnapshot(knex)).toEqual([
      'pipeline shop gone',
      'run shop/1 succeeded (over)',
      'run shop/2 pending: unknown by nobody behind []',
      'run shop/3 queued: unknown by nobody behind [2 pending]',
    ]);
  });

  it('goes on with what is still to be derived where a process died after it was noted', async () => {
    const { knex, store, reopen, facet } = await open();
    await change(store, [run('1'), run('2', { status: 'pending' })], '1');
    // As the first of the two transactions leaves it.
    await knex('inventory_run').where('key', '2').update({ recheck_at: 0 });
    const before = facet.inputs.length;
    await reopen().rederive();
    expect(facet.inputs.slice(before)).toMatchObject([{ run: { key: '2' } }]);
    expect(
      await knex('inventory_run').whereNotNull('recheck_at').pluck('key'),
    ).toEqual([]);
  });

  it('derives a run with the gates that are objects of their own, whichever comes first', async () => {
    const { knex, store } = await open();
    await change(store, [gate('g', '1'), run('1')]);
    expect(await runsSnapshot(knex)).toContain('gate 1/g pending actionable');

    await change(store, [gate('g', '1', 'approved')]);
    expect(await runsSnapshot(knex)).toContain('gate 1/g approved');
    await store.change({
      lane: 'runs',
      upserts: [],
      deletes: [{ type: 'gate', key: 'g' }],
    });
    expect(await knex('inventory_gate')).toEqual([]);
    expect(await knex('inventory_gate_fact')).toEqual([]);
  });

  it('keeps gates for as long as their run is not over', async () => {
    const { knex, store } = await open();
    await change(store, [
      run('1', { stages: { build: 'succeeded', approve: 'waiting' } }),
    ]);
    expect(await knex('inventory_gate').first()).toMatchObject({
      gate_id: 'approve',
      state: 'pending',
    });
    await change(store, [
      run('1', { status: 'cancelled', stages: { approve: 'waiting' } }),
    ]);
    expect(await knex('inventory_gate')).toEqual([]);
  });

  it('says nothing of a change when it looks for the first time, and dates what is over by the tool', async () => {
    const { knex, store, clock } = await open();
    await change(store, [run('2', { status: 'pending' })]);
    await change(store, [
      agent('a'),
      pipeline('shop'),
      run('1', { stages: { build: 'running' } }),
      run('0', { status: 'succeeded', finishedAt: '2025-12-31T00:09:00Z' }),
    ]);
    expect(await transitionLines(knex)).toEqual([]);
    const rows = await knex('inventory_run').orderBy('key');
    expect(rows.map(row => Number(row.status_since))).toEqual([
      Date.parse('2025-12-31T00:09:00Z'),
      clock.now,
      clock.now,
    ]);
    expect(rows.map(({ derived }) => JSON.parse(derived).firstSeen)).toEqual([
      undefined,
      true,
      true,
    ]);
    expect(Number(rows[0].finished_at)).toBe(
      Date.parse('2025-12-31T00:09:00Z'),
    );
  });

  it('tells each change of a run, its stages and its gates after that, with its cause', async () => {
    const { knex, store, clock } = await open();
    await change(
      store,
      [run('1', { stages: { build: 'running', approve: 'pending' } })],
      '1',
    );
    clock.now += 60_000;
    await change(store, [
      run('1', {
        status: 'waiting',
        stages: { build: 'succeeded', approve: 'waiting' },
      }),
    ]);
    clock.now += 60_000;
    await change(store, [
      run('1', {
        status: 'waiting',
        stages: { build: 'succeeded', approve: 'waiting' },
      }),
    ]);
    expect(await transitionLines(knex)).toEqual([
      'run gate/approve state: nothing → pending',
      'run stage/approve status: pending → waiting',
      'run stage/build status: running → succeeded',
      'run status status: running → waiting',
    ]);
    const causes = await knex('inventory_transition')
      .orderBy('subject')
      .pluck('cause');
    expect(causes).toEqual([
      'fake.gate.pending',
      'WAITING',
      'SUCCEEDED',
      'fake.waiting',
    ]);
    const row = await knex('inventory_run').first();
    expect(Number(row.status_since)).toBe(clock.now - 60_000);
  });

  it('derives again at the time that the rules asked for, and not before, and never what is over', async () => {
    const { knex, store, clock } = await open();
    await change(store, [
      run('1', { recheckAfterMs: 10_000 }),
      run('2', { status: 'failed', recheckAfterMs: 10_000 }),
    ]);
    const statuses = () => knex('inventory_run').orderBy('key').pluck('status');
    clock.now += 9_999;
    await store.rederive();
    expect(await statuses()).toEqual(['running', 'failed']);
    clock.now += 1;
    await store.rederive();
    expect(await statuses()).toEqual(['unknown', 'failed']);
  });

  it('does not let a run that breaks the rules look well, closes its gates, and goes on with the others', async () => {
    const { knex, store, logger } = await open();
    const broken = (native: FakeRunNative) => run('1', native);
    await change(store, [broken({ stages: { approve: 'waiting' } })]);
    await change(store, [broken({ fails: true }), run('2')]);
    const rows = await knex('inventory_run').orderBy('key');
    expect(rows.map(({ status }) => status)).toEqual(['unknown', 'running']);
    expect(JSON.parse(rows[0].derived)).toMatchObject({
      sentence: { code: 'inventory.underivableRun' },
      stages: [{ id: 'approve', status: 'unknown' }],
    });
    expect(await runsSnapshot(knex)).toContain('gate 1/approve unknown');
    expect(logger.error).toHaveBeenCalledTimes(1);

    await change(store, [broken({})]);
    expect(await knex('inventory_run').pluck('status')).toEqual([
      'running',
      'running',
    ]);
  });

  it('names the runs of which more may come, oldest first', async () => {
    const { store } = await open();
    await change(store, [
      run('3'),
      run('1', { status: 'waiting' }),
      run('2', { status: 'succeeded' }),
    ]);
    expect(await store.active()).toEqual([
      { key: '1', pipelineKey: 'shop', native: { status: 'waiting' } },
      { key: '3', pipelineKey: 'shop', native: {} },
    ]);
  });

  it('takes the last word when a batch names a run twice', async () => {
    const { knex, store } = await open();
    await change(store, [run('1'), run('1', { status: 'failed' })]);
    expect(await knex('inventory_run').pluck('status')).toEqual(['failed']);
  });

  it('stores any text that a tool may report', async () => {
    const { knex, store } = await open();
    const odd = '\u001fa\u0000b\ud800c\\u0000"\'; DROP TABLE x; ?';
    await change(store, [run('1', { stages: { [odd]: 'waiting' } })], '1');
    await change(store, [run('1', { stages: { [odd]: 'failed' } })]);
    const storable = '\u001fab\ufffdc\\u0000"\'; DROP TABLE x; ?';
    const { derived } = await knex('inventory_run').first();
    expect(JSON.parse(derived).stages[0].name).toBe(storable);
    expect(await knex('inventory_transition').pluck('subject')).toContain(
      `stage/${storable}`,
    );
  });

  it('writes nothing once the lease is lost, and says so', async () => {
    const { knex, store } = await open();
    await change(store, [run('1')], '1');
    const sweep = await store.beginSweep('pipelines');
    await knex('inventory_lease').update({ owner: 'somebody else', fence: 2 });
    const refused = expect.objectContaining({ name: 'ConflictError' });
    await expect(change(store, [run('2')])).rejects.toEqual(refused);
    await expect(change(store, [], '2')).rejects.toEqual(refused);
    await expect(sweep.complete('2')).rejects.toEqual(refused);
    expect(await knex('inventory_run').pluck('key')).toEqual(['1']);
    expect(
      await knex('inventory_lane').where('name', 'runs').pluck('checkpoint'),
    ).toEqual(['1']);
  });

  it('derives every run again when the rules are new, without calling that a change', async () => {
    const { knex, store, reopen, facet } = await open();
    await store.adoptVersion('1');
    await change(store, [run('1', { status: 'succeeded' }), run('2')], '5');

    const same = reopen();
    await same.adoptVersion('1');
    expect(await same.checkpoint('runs')).toBe('5');
    await same.rederive();
    const before = facet.inputs.length;

    const upgraded = reopen();
    await upgraded.adoptVersion('2');
    expect(await upgraded.checkpoint('runs')).toBeUndefined();
    await upgraded.rederive();
    expect(facet.inputs.slice(before).map(({ run: one }) => one.key)).toEqual([
      '1',
      '2',
    ]);
    expect(await transitionLines(knex)).toEqual([]);
    expect(await knex('inventory_run_fanout')).toEqual([]);
  });

  it('forgets the pipelines and agents of a lane that is no longer wanted, and keeps its runs', async () => {
    const { knex, store, sweep } = await open();
    await sweep('all', [
      agent('a'),
      pipeline('shop'),
      pipeline('idle'),
      run('1'),
    ]);
    await store.retireLane('all');
    expect(await runsSnapshot(knex)).toEqual([
      'pipeline shop gone',
      'run shop/1 running: unknown by nobody behind []',
    ]);
    expect(await store.checkpoint('all')).toBeUndefined();
    expect(store.objectsOf('all')).toBe(1);
  });

  it('raises the revision of the source once for each commit, and names what changed', async () => {
    const { knex, store, hints } = await open();
    await change(store, [
      agent('a'),
      pipeline('shop', { agentKey: 'a' }),
      run('1'),
    ]);
    const revision = async () =>
      Number((await knex('inventory_source').first()).revision);
    expect(await revision()).toBe(3);
    const heard = new Promise<Parameters<typeof hints.add>[0]>(resolve => {
      hints.onChange(([first]) => resolve(first));
    });
    await change(store, [agent('a', { state: 'offline' })]);
    const [{ id: pipelineId, revision: stamped }] = await knex(
      'inventory_pipeline',
    );
    const [{ id: runId }] = await knex('inventory_run');
    // One for the agent with its pipeline, one for the run that is derived again.
    expect(await revision()).toBe(5);
    expect(Number(stamped)).toBe(4);
    expect(await heard).toMatchObject({
      source: 'west',
      firstRevision: 4,
      revision: 5,
      pipelineIds: new Set([pipelineId]),
      runIds: new Set([runId]),
    });
  });
});
