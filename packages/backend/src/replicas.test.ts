import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { SourceList } from '@fairway/backstage-plugin-multicluster-common';
import { Simulator, startSimulator } from '@fairway/simulator';
import { eventually } from './__testUtils__/eventually';
import { Replica } from './__testUtils__/Replica';
import { replicaWorld } from './__testUtils__/replicaWorld';
import { RequestLog, requestLog } from './__testUtils__/requestLog';

jest.setTimeout(180_000);

/** Karmada's own kinds, and the kinds of templates that run pods. */
const LANES = [
  'clusteroverridepolicies',
  'clusterpropagationpolicies',
  'clusterresourcebindings',
  'clusters',
  'cronjobs.batch',
  'daemonsets.apps',
  'deployments.apps',
  'jobs.batch',
  'overridepolicies',
  'propagationpolicies',
  'resourcebindings',
  'statefulsets.apps',
];
const resourceOf = (lane: string) => lane.split('.')[0];

/** The newest PostgreSQL that the environment names: it is all that replicas share. */
const [postgres] = [18, 17, 16, 15, 14].filter(
  version =>
    process.env[`BACKSTAGE_TEST_DATABASE_POSTGRES${version}_CONNECTION_STRING`],
);
const id = `POSTGRES_${postgres}` as TestDatabaseId;
const databases = postgres ? TestDatabases.create({ ids: [id] }) : undefined;
// Where no PostgreSQL is installed the run says so, and counts this as skipped.
const describePostgres = databases ? describe : describe.skip;

describePostgres('whole back ends on one PostgreSQL', () => {
  const replicas: Replica[] = [];
  let knex: Awaited<ReturnType<TestDatabases['init']>>;
  let simulator: Simulator;
  let log: RequestLog;

  beforeAll(async () => {
    knex = await databases!.init(id);
    simulator = await startSimulator({ world: 'empty' });
    log = requestLog(simulator);
    replicaWorld.objects.forEach(item =>
      simulator.world.apply(structuredClone(item)),
    );
  });

  afterAll(async () => {
    await Promise.all(replicas.map(replica => replica.kill()));
    await simulator?.close();
  });

  async function load(count: number): Promise<Replica[]> {
    const { host, port, user, password, database } =
      knex.client.config.connection;
    const loaded = await Promise.all(
      Array.from({ length: count }, () =>
        Replica.load({
          database: { host, port, user, password, database },
          kubeconfig: simulator.kubeconfigPath,
        }),
      ),
    );
    replicas.push(...loaded);
    return loaded;
  }

  const rows = (table: string) => knex.withSchema('multicluster').from(table);

  /** The processes that hold the lease of the source, among them one that is dead and whose lease has not run out. */
  async function holders(): Promise<number[]> {
    const owners: string[] = await rows('inventory_lease').pluck('owner');
    return owners.filter(Boolean).map(owner => Number(owner.split('/')[1]));
  }

  async function expectHolderAmong(some: Replica[]) {
    const pids = await holders();
    expect(pids).toHaveLength(1);
    expect(some.map(({ pid }) => pid)).toContain(pids[0]);
  }

  async function expectShown(some: Replica[], version: number) {
    const shown = await Promise.all(some.map(replica => replica.versions()));
    const both = [`member1 ${version}`, `member2 ${version}`];
    expect(shown).toEqual(some.map(() => both));
  }

  const setVersion = (version: number) =>
    simulator.world.setImage(
      replicaWorld.deployment,
      replicaWorld.image(version),
    );

  /** How often each lane was listed, as a replica tells it. */
  async function relists(replica: Replica): Promise<Record<string, number>> {
    const { items } = await replica.get<SourceList>('/sources');
    return Object.fromEntries(
      items[0].lanes.map(lane => [lane.name, lane.relists]),
    );
  }

  /** Where each lane stopped, as a watch that goes on there asks for it. */
  async function positions(): Promise<string[]> {
    const lanes = await rows('inventory_lane').whereIn('name', LANES);
    return lanes.map(
      ({ name, checkpoint }) =>
        `${resourceOf(name)} ${checkpoint.split(':').at(-1)}`,
    );
  }

  const listedOnce = Object.fromEntries(LANES.map(lane => [lane, 1]));
  let survivor: Replica;
  let next: Replica[];

  it('observe a source once, and all serve it', async () => {
    const pair = await load(2);
    const [first, second] = pair;
    // One after the other: the framework makes tables of its own without a lock, and two that begin on an empty database at
    // once can trip over each other there. Ours take one, see applyMigrations.
    await first.start();
    await eventually(() => expectShown([first], 1));
    await second.start();
    await eventually(() => expectShown(pair, 1));
    await expectHolderAmong(pair);
    for (const replica of pair) {
      await eventually(async () =>
        expect(await relists(replica)).toEqual(listedOnce),
      );
    }
    expect(log.lists().sort()).toEqual(LANES.map(resourceOf));
  });

  it('take over from one that is killed within 20 seconds, and go on where it stopped', async () => {
    const [holder] = await holders();
    const killed = replicas.find(({ pid }) => pid === holder)!;
    survivor = replicas.find(replica => replica !== killed)!;
    await killed.kill();
    const since = performance.now();
    const stopped = await positions();
    expect(stopped).toHaveLength(LANES.length);
    log.clear();
    setVersion(2);
    // Loaded while the lease of the dead runs out, and started later.
    next = await load(5);
    await expectShown([survivor], 1);

    await eventually(() => expectHolderAmong([survivor]));
    expect(performance.now() - since).toBeLessThan(20_000);
    await eventually(() => expectShown([survivor], 2));
    expect(log.resumes()).toEqual(expect.arrayContaining(stopped));
    expect(log.lists()).toEqual([]);
  });

  it('list nothing anew while three are rolled, and all show a change of the meantime', async () => {
    const old = [survivor, ...next.slice(0, 2)];
    const young = next.slice(2);
    await Promise.all(old.slice(1).map(replica => replica.start()));
    await eventually(() => expectShown(old, 2));
    for (const [at, replica] of young.entries()) {
      const version = at + 3;
      await replica.start();
      await eventually(() => expectShown([replica], version - 1));
      setVersion(version);
      expect(await old[at].stop()).toBe(0);
      const running = [...old.slice(at + 1), ...young.slice(0, at + 1)];
      await eventually(() => expectHolderAmong(running));
      await eventually(() => expectShown(running, version));
    }

    expect(log.lists()).toEqual([]);
    expect(await relists(young[0])).toEqual(listedOnce);
  });
});
