import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { DeliverySource } from '@fairway/backstage-plugin-multicluster-node';
import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { eventually } from './__testUtils__/eventually';
import { fakeRunsSource } from './__testUtils__/fakeRunsSource';
import { fakeSource } from './__testUtils__/fakeSource';
import { SharedDatabase, sharedDatabase } from './__testUtils__/sharedDatabase';
import { testDatabases } from './__testUtils__/testDatabases';
import { createInventory } from './createInventory';
import { Inventory } from './Inventory';
import { identityHash } from './runs/identityHash';

jest.setTimeout(120_000);

const databases = testDatabases();
const fast = { ttlMs: 1500, everyMs: 100 };

describe.each(databases.eachSupportedId())('createInventory on %s', id => {
  let database: SharedDatabase;
  const running: Inventory[] = [];
  const children: ChildProcess[] = [];

  beforeEach(async () => {
    database = await sharedDatabase(databases, id);
  });

  afterEach(async () => {
    await Promise.all(running.splice(0).map(one => one.stop()));
    for (const child of children.splice(0)) {
      child.kill('SIGKILL');
    }
    await database.remove();
  });

  async function replica(
    sources: DeliverySource[],
    options?: { leases?: typeof fast; config?: object },
  ) {
    const knex = database.connect();
    const logger = mockServices.logger.mock();
    logger.child.mockReturnValue(logger);
    const inventory = await createInventory({
      database: { getClient: async () => knex },
      logger,
      config: new ConfigReader({ multicluster: options?.config ?? {} }),
      sources,
      leases: options?.leases,
    });
    running.push(inventory);
    inventory.start();
    return { inventory, knex, logger };
  }

  /** A replica in a process of its own. */
  function process(sources: object[]): ChildProcess {
    const child = spawn(
      globalThis.process.execPath,
      [
        '--require',
        '@backstage/cli/config/nodeTransform.cjs',
        require.resolve('./__testUtils__/replicaProcess.ts'),
        JSON.stringify({ database: database.config, sources }),
      ],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...globalThis.process.env, NODE_OPTIONS: '' },
      },
    );
    children.push(child);
    return child;
  }

  it('observes its sources and tells how they fare', async () => {
    const { inventory, knex } = await replica(
      [fakeSource({ placements: 30 })],
      {
        leases: fast,
      },
    );
    // A lane that was written just before its list began is written again only after a quarter of a minute.
    await eventually(
      async () =>
        expect(
          await knex('inventory_lane').first(
            'name',
            'subject',
            'objects',
            'relists',
            'checkpoint',
          ),
        ).toEqual({
          name: 'bindings',
          subject: 'Bindings',
          objects: 30,
          relists: 1,
          checkpoint: '100',
        }),
      { withinMs: 30_000 },
    );
    expect(inventory.lanes()).toMatchObject([
      { source: 'west', name: 'bindings', objects: 30, relists: 1, errors: 0 },
    ]);
    expect(await inventory.sourceStatus()).toEqual([
      { id: 'west', facts: [], observedHere: true },
    ]);
    await inventory.stop();
    expect((await inventory.sourceStatus())[0].observedHere).toBe(false);
  });

  it('lists nothing anew while three replicas are rolled', async () => {
    const sources = () =>
      ['east', 'west', 'north'].map(name => fakeSource({ id: name }));
    const replicas = [];
    for (let at = 0; at < 3; at += 1) {
      replicas.push(await replica(sources(), { leases: fast }));
    }
    const observedBy = () =>
      running.flatMap(one =>
        one.lanes().map(lane => `${lane.source} ${lane.name}`),
      );
    const all = ['east bindings', 'north bindings', 'west bindings'];
    await eventually(() => expect(observedBy().sort()).toEqual(all), {
      withinMs: 15_000,
    });

    const knex = database.connect();
    await eventually(async () =>
      expect(await knex('inventory_lane').pluck('checkpoint')).toEqual(
        Array(3).fill('100'),
      ),
    );
    const relists = () => knex('inventory_lane').orderBy('id').pluck('relists');
    await eventually(async () => expect(await relists()).not.toContain(0));
    const before = await relists();
    for (const old of replicas) {
      await replica(sources(), { leases: fast });
      await old.inventory.stop();
      running.splice(running.indexOf(old.inventory), 1);
      await eventually(() => expect(observedBy().sort()).toEqual(all), {
        withinMs: 15_000,
      });
    }

    expect(await relists()).toEqual(before);
    expect(await knex('inventory_placement').pluck('id')).toHaveLength(9);
  });

  it('takes over within 20 seconds from a replica that is killed in the middle: what was swept is swept anew and converges, runs go on where they stopped, and nothing is read twice', async () => {
    const child = process([
      { id: 'swept', placements: 400, pageMs: 100 },
      { id: 'resumed', runs: 400, pageMs: 150 },
    ]);
    // Not that of a replica: one without sources would be left a share of the leases.
    const knex = database.connect();
    const stored = async () => ({
      placements: (await knex('inventory_placement').pluck('id')).length,
      runs: (await knex('inventory_run').pluck('id')).length,
    });
    const checkpoints = async () =>
      Object.fromEntries(
        (await knex('inventory_lane').select('name', 'checkpoint')).map(
          ({ name, checkpoint }) => [name, checkpoint],
        ),
      );
    await eventually(
      async () => {
        const { placements, runs } = await stored();
        expect(Math.min(placements, runs)).toBeGreaterThan(60);
      },
      { withinMs: 60_000 },
    );
    child.kill('SIGKILL');
    await once(child, 'exit');
    const killed = performance.now();
    const half = await stored();
    expect(Math.max(half.placements, half.runs)).toBeLessThan(400);
    expect(await checkpoints()).toEqual({
      bindings: null,
      runs: String(half.runs),
    });

    const swept = fakeSource({ id: 'swept', placements: 400 });
    const resumed = fakeRunsSource({ id: 'resumed', runs: 400 });
    const { inventory } = await replica([swept, resumed]);
    await eventually(
      () => {
        expect(swept.observations).toHaveLength(1);
        expect(resumed.resumed).toEqual([String(half.runs)]);
      },
      { withinMs: 20_000 },
    );
    expect(performance.now() - killed).toBeLessThan(20_000);

    await eventually(
      async () => {
        expect(await stored()).toEqual({ placements: 400, runs: 400 });
        expect((await checkpoints()).bindings).toBe('100');
      },
      { withinMs: 30_000 },
    );
    expect(await knex('inventory_target').pluck('state')).toHaveLength(800);
    expect(inventory.lanes()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'bindings', objects: 400 }),
        expect.objectContaining({
          facet: 'runs',
          name: 'runs',
          objects: 400,
        }),
      ]),
    );
  });

  it('observes each facet of a source under a lease of its own, on any replica, and tells what both say', async () => {
    const source = () => ({
      ...fakeSource({ placements: 30 }),
      runs: fakeRunsSource({ runs: 30 }).runs,
    });
    const one = await replica([source()], { leases: fast });
    const two = await replica([source()], { leases: fast });
    const { knex } = one;
    // Two leases and two replicas: each comes to hold one of them.
    await eventually(
      () =>
        expect(
          running.map(({ lanes }) => lanes().map(({ facet }) => facet)).sort(),
        ).toEqual([['fleet'], ['runs']]),
      { withinMs: 20_000 },
    );
    await eventually(async () => {
      expect(await knex('inventory_run').pluck('id')).toHaveLength(30);
      expect(await knex('inventory_placement').pluck('id')).toHaveLength(30);
    });
    await eventually(
      async () =>
        expect(await two.inventory.sourceStatus()).toMatchObject([
          { id: 'west', facts: [{ code: 'fake.tool' }], observedHere: true },
        ]),
      { withinMs: 10_000 },
    );
    const [{ revision }] = await knex('inventory_source');
    const revisions = [
      ...(await knex('inventory_run').pluck('revision')),
      ...(await knex('inventory_placement').pluck('revision')),
    ].map(Number);
    expect(Math.max(...revisions)).toBeLessThanOrEqual(Number(revision));
  });

  it('brings what a webhook named to whoever observes, and says which runs are on screen', async () => {
    const waited: string[][] = [];
    let watched: string[] = [];
    const source = fakeRunsSource({ runs: 3 });
    const { observe } = source.runs;
    source.runs.observe = async context =>
      observe({
        ...context,
        demand: {
          watched: () => context.demand.watched(),
          wait: async (ms, signal) => {
            const keys = await context.demand.wait(ms, signal);
            waited.push(keys);
            watched = context.demand.watched();
            return keys;
          },
        },
      });
    const { inventory } = await replica([source], { leases: fast });
    await eventually(() => expect(waited.length).toBeGreaterThan(0), {
      withinMs: 15_000,
    });
    await inventory.demand.wake('west', ['run-1']);
    await inventory.demand.noteWatched(identityHash('west', 'run', 'run-2'));
    await eventually(() => {
      expect(waited).toContainEqual(['run-1']);
      expect(watched).toEqual(['run-2']);
    });
  });

  it('starts an observation again that failed, and says so until there is contact', async () => {
    let attempts = 0;
    const source = fakeSource({
      observe: async ({ signal, report }) => {
        attempts += 1;
        if (attempts === 1) {
          throw new Error('no route to the control plane');
        }
        report.contact('bindings');
        await new Promise(resolve => signal.addEventListener('abort', resolve));
      },
    });
    const { knex, logger, inventory } = await replica([source], {
      leases: fast,
    });
    await eventually(() =>
      expect(inventory.lanes()).toMatchObject([
        { name: 'source', problem: { code: 'upstream-error' } },
      ]),
    );
    await eventually(() => expect(attempts).toBe(2));
    await eventually(
      async () =>
        expect(
          await knex('inventory_lane').where('name', 'source').first(),
        ).toMatchObject({ problem: null, errors: 1 }),
      { withinMs: 15_000 },
    );
    expect(JSON.stringify(logger.warn.mock.calls)).toContain(
      'no route to the control plane',
    );
  });

  it('ends an observation whose lease was taken, even one that does not ask', async () => {
    const ended = jest.fn();
    const source = fakeSource({
      observe: async ({ signal }) => {
        await new Promise(resolve => signal.addEventListener('abort', resolve));
        ended();
      },
    });
    const { knex } = await replica([source], { leases: fast });
    await eventually(() => expect(source.observations).toHaveLength(1));
    await knex('inventory_lease').update({
      owner: 'thief',
      fence: 9,
      expires_at: Date.now() + 3600_000,
    });
    await eventually(() => expect(ended).toHaveBeenCalledTimes(1));
  });

  it('observes everything anew after somebody emptied the tables', async () => {
    const { knex } = await replica([fakeSource({ placements: 30 })], {
      leases: fast,
    });
    const stored = async () => [
      (await knex('inventory_target').pluck('state')).length,
      await knex('inventory_lane').pluck('checkpoint'),
      await knex('inventory_source').pluck('name'),
    ];
    const all = [60, ['100'], ['west']];
    await eventually(async () => expect(await stored()).toEqual(all));
    await knex.transaction(async trx => {
      for (const table of [
        'lease',
        'lane',
        'source',
        'cluster',
        'workload',
        'placement',
        'target',
      ]) {
        await trx(`inventory_${table}`).delete();
      }
    });
    expect(await stored()).toEqual([0, [], []]);
    await eventually(async () => expect(await stored()).toEqual(all), {
      withinMs: 15_000,
    });
  });

  it('refuses a retention that is no duration', async () => {
    await expect(
      replica([], { config: { retention: { transitions: 'long' } } }),
    ).rejects.toThrow(/multicluster.retention.transitions/);
  });
});
