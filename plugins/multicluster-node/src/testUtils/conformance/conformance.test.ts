import { FleetFacet, FleetFact, FleetSink } from '../../contract';
import { describeFleetSource } from './describeFleetSource';
import { fleetSourceCases } from './fleetSourceCases';
import { runFleetConformance } from './runFleetConformance';
import { toySource } from './__testUtils__/toySource';
import { ToySystem } from './__testUtils__/ToySystem';

jest.setTimeout(60_000);

describeFleetSource(
  'a source that keeps the rules',
  { describe, it, beforeAll, afterAll },
  {
    abilities: [
      'addUnplaced',
      'changeImage',
      'restamp',
      'setUnknownValue',
      'expireHistory',
      'dropWatches',
      'breakLists',
      'cutOff',
      'forbidKind',
      'oversize',
      'plantSecret',
    ],
    createHarness: async () => {
      const world = new ToySystem();
      return { world, createSource: async () => toySource(world) };
    },
  },
);

describe('the conformance kit', () => {
  it('has at least twenty cases, each with a name of its own', () => {
    const names = new Set(fleetSourceCases.map(({ name }) => name));
    expect(names.size).toBe(fleetSourceCases.length);
    expect(names.size).toBeGreaterThanOrEqual(20);
  });

  it('runs without a test framework, and says what it skipped', async () => {
    const world: ToySystem = new ToySystem();
    Object.assign(world, { dropWatches: undefined });
    const results = await runFleetConformance(
      { world, createSource: async () => toySource(world), patienceMs: 2000 },
      { cases: fleetSourceCases.filter(({ needs }) => needs[0] !== 'restamp') },
    );
    expect(results.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    expect(
      results.find(({ name }) => name.startsWith('it misses nothing')),
    ).toMatchObject({
      outcome: 'skipped',
      reason: 'the world cannot dropWatches',
    });
    expect(world.objects.size).toBe(0);
  });

  /** Puts something between a source and its sink. */
  function through(
    change: (sink: FleetSink) => Partial<FleetSink>,
  ): (system: ToySystem) => Partial<FleetFacet> {
    return system => {
      const { fleet } = toySource(system);
      return {
        observe: context => {
          const { sink } = context;
          return fleet.observe({
            ...context,
            sink: {
              checkpoint: lane => sink.checkpoint(lane),
              referencedKinds: () => sink.referencedKinds(),
              change: batch => sink.change(batch),
              beginSweep: lane => sink.beginSweep(lane),
              ...change(sink),
            },
          });
        },
      };
    };
  }

  const stampedFacts = (facts: FleetFact[]) =>
    facts.map(fact =>
      fact.type === 'workload'
        ? { ...fact, createdAt: String(Math.random()) }
        : fact,
    );

  const mutants: Array<
    [string, (system: ToySystem) => Partial<FleetFacet>, RegExp]
  > = [
    [
      'states something volatile',
      through(sink => ({
        change: batch =>
          sink.change({ ...batch, upserts: stampedFacts(batch.upserts) }),
      })),
      /written again without saying anything else/,
    ],
    [
      'passes a secret on',
      system =>
        through(sink => ({
          change: batch =>
            sink.change({
              ...batch,
              upserts: batch.upserts.map(fact => ({
                ...fact,
                message: [...system.objects.values()].find(o => o.secret)
                  ?.secret,
              })),
            }),
        }))(system),
      /no secret reaches/,
    ],
    [
      'ends a list that it did not read to its end',
      through(sink => ({
        beginSweep: async lane => {
          const sweep = await sink.beginSweep(lane);
          return {
            page: async facts => {
              await sweep.page(facts);
              await sweep.complete('0');
            },
            complete: checkpoint => sweep.complete(checkpoint),
          };
        },
      })),
      /fails on its way deletes nothing/,
    ],
    [
      'forgets deletions',
      through(sink => ({
        change: batch => sink.change({ ...batch, deletes: [] }),
      })),
      /that is deleted is deleted/,
    ],
    [
      'never resumes',
      through(() => ({ checkpoint: async () => undefined })),
      /resumes where it stopped/,
    ],
    [
      'goes on without the lease',
      through(sink => ({
        change: batch => sink.change(batch).catch(() => {}),
      })),
      /stops when the lease is lost/,
    ],
    [
      'keeps a problem to itself',
      system => ({
        observe: context =>
          toySource(system).fleet.observe({
            ...context,
            report: { ...context.report, problem: () => {} },
          }),
      }),
      /cannot be reached is a problem/,
    ],
    [
      'never declares a problem over',
      system => ({
        observe: context =>
          toySource(system).fleet.observe({
            ...context,
            report: { ...context.report, recovered: () => {} },
          }),
      }),
      /declared over/,
    ],
    [
      'takes long to end',
      system => ({
        observe: async context => {
          await toySource(system).fleet.observe(context);
          await new Promise(resolve => setTimeout(resolve, 2500));
        },
      }),
      /ends within two seconds/,
    ],
    [
      'derives by chance',
      system => ({
        derive: input => ({
          ...toySource(system).fleet.derive(input),
          replicas: { desired: Math.random() },
        }),
      }),
      /the same for the same input/,
    ],
    [
      'changes what it is given',
      system => ({
        derive: input => {
          Object.assign(input.placement, { policyId: 'mine' });
          return toySource(system).fleet.derive(input);
        },
      }),
      /the same for the same input/,
    ],
    [
      'invents a cluster',
      system => ({
        derive: input => {
          const derived = toySource(system).fleet.derive(input);
          const [first] = derived.targets;
          return { ...derived, targets: [{ ...first, cluster: 'two' }] };
        },
      }),
      /names one cluster of the placement/,
    ],
    [
      'asks for a look in the past',
      system => ({
        derive: input => ({
          ...toySource(system).fleet.derive(input),
          recheckAt: 1,
        }),
      }),
      /lies ahead/,
    ],
    [
      'says what cannot be translated',
      () => ({
        explainUnplaced: () => ({ code: 'x.y', params: {}, text: 'so it is' }),
      }),
      /why nothing placed a workload/,
    ],
    [
      'says half a sentence',
      () => ({
        explainLoss: () => ({
          code: 'source.problem.tls',
          params: {},
          text: '{{subject}}: gone',
        }),
      }),
      /when a cluster stays lost/,
    ],
  ];

  it.each(mutants)(
    'finds out a source that %s',
    async (_name, broken, rule) => {
      const world = new ToySystem();
      const cases = fleetSourceCases.filter(({ name }) => rule.test(name));
      expect(cases).not.toEqual([]);
      const results = await runFleetConformance(
        {
          world,
          createSource: async () => toySource(world, broken(world)),
          patienceMs: 700,
        },
        { cases },
      );
      expect(results.map(({ outcome }) => outcome)).toContain('failed');
    },
  );
});
