import { TestDatabases } from '@backstage/backend-test-utils';
import { FleetFact } from '@fairway/backstage-plugin-multicluster-node';
import fc from 'fast-check';
import { facts } from '../__testUtils__/facts';
import { openStore } from '../__testUtils__/openStore';
import { snapshot } from '../__testUtils__/snapshot';
import { sweepLane } from '../__testUtils__/sweepLane';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const names = ['cart', 'till', 'oven'] as const;
const clusters = ['a', 'b'] as const;
const lanes = ['cluster', 'workload', 'policy', 'placement'] as const;

type Lane = (typeof lanes)[number];

function make(lane: Lane, name: string, variant: number): FleetFact {
  switch (lane) {
    case 'cluster':
      return facts.cluster(name, {
        state: variant % 2 ? 'ready' : 'not-ready',
      });
    case 'workload':
      return facts.workload(name, { generation: variant + 1 });
    case 'policy':
      return facts.policy(name, { native: { variant } });
    default:
      return facts.placement(name, {
        clusters: Object.fromEntries(
          clusters
            .filter((_, at) => (variant >> at) % 2)
            .map(cluster => [cluster, variant > 3 ? 'healthy' : 'unhealthy']),
        ),
      });
  }
}

const step = fc.oneof(
  fc.record({
    kind: fc.constant('upsert' as const),
    lane: fc.constantFrom(...lanes),
    name: fc.constantFrom(...names),
    variant: fc.nat({ max: 7 }),
  }),
  fc.record({
    kind: fc.constant('delete' as const),
    lane: fc.constantFrom(...lanes),
    name: fc.constantFrom(...names),
  }),
  fc.record({
    kind: fc.constantFrom('sweep' as const, 'broken sweep' as const),
    lane: fc.constantFrom(...lanes),
  }),
  fc.record({ kind: fc.constantFrom('restart' as const, 'rederive' as const) }),
);

const nameOf = (lane: Lane, name: string) =>
  lane === 'cluster' ? clusters[names.indexOf(name as 'cart') % 2] : name;

describe('FleetStore', () => {
  it('comes to what a first look at the source would have given, whatever happened before', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 25 }),
        async steps => {
          const world = new Map<Lane, Map<string, FleetFact>>(
            lanes.map(lane => [lane, new Map()]),
          );
          const knex = await databases.init('SQLITE_3');
          const { store, reopen } = await openStore(knex);
          let current = store;
          for (const one of steps) {
            if (one.kind === 'restart') {
              current = reopen();
            } else if (one.kind === 'rederive') {
              await current.rederive();
            } else if (one.kind === 'upsert') {
              const fact = make(
                one.lane,
                nameOf(one.lane, one.name),
                one.variant,
              );
              world.get(one.lane)?.set(fact.key, fact);
              await current.change({
                lane: one.lane,
                upserts: [fact],
                deletes: [],
              });
            } else if (one.kind === 'delete') {
              const { key } = make(one.lane, nameOf(one.lane, one.name), 0);
              world.get(one.lane)?.delete(key);
              await current.change({
                lane: one.lane,
                upserts: [],
                deletes: [{ type: one.lane, key }],
              });
            } else if ('lane' in one) {
              const listed = [...(world.get(one.lane)?.values() ?? [])];
              const sweep = await current.beginSweep(one.lane);
              await sweep.page(
                one.kind === 'sweep' ? listed : listed.slice(0, 1),
              );
              if (one.kind === 'sweep') {
                await sweep.complete('7');
              }
            }
          }
          await current.rederive();

          const fresh = await databases.init('SQLITE_3');
          const first = await openStore(fresh);
          for (const lane of lanes) {
            const listed = [...(world.get(lane)?.values() ?? [])];
            await sweepLane(first.store, lane, listed);
          }
          await first.store.rederive();
          expect(await snapshot(knex)).toEqual(await snapshot(fresh));
          await knex.destroy();
          await fresh.destroy();
        },
      ),
      { numRuns: 40 },
    );
  });
});
