import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { testDatabases } from '../../inventory/__testUtils__/testDatabases';
import { SourceRegistry } from '../../service/SourceRegistry';
import { fakeFleet } from '../../__testUtils__/fakeFleet';
import { Seed } from '../../__testUtils__/seedInventory';
import { component } from '../../__testUtils__/shopWorld';
import { fakeSource } from '../../__testUtils__/startTestPlugin';
import { openViewsWorld, streamed } from '../../__testUtils__/viewsWorld';
import { selectClusterRows } from '../clusters/selectClusterRows';
import { ImpactReader } from './ImpactReader';
import { severityOf } from './severityOf';

const ID = 'backstage.io/kubernetes-id';

function on(cluster: string, desired: number, ready = desired) {
  return { cluster, replicas: { desired, ready } };
}

const seed: Seed = {
  clusters: [
    { name: 'lost', state: 'unreachable' },
    { name: 'ready1' },
    { name: 'ready2' },
    { name: 'lost2', state: 'not-ready' },
  ],
  workloads: [
    {
      name: 'redundant',
      placed: { targets: [on('lost', 1), on('ready1', 2), on('ready2', 2)] },
    },
    { name: 'half', placed: { targets: [on('lost', 3), on('ready1', 1)] } },
    { name: 'alone', placed: { targets: [on('lost', 2)] } },
    {
      name: 'both-lost',
      labels: { [ID]: 'both' },
      placed: { targets: [on('lost', 5), on('lost2', 5)] },
    },
    {
      name: 'moving',
      placed: {
        targets: [
          {
            cluster: 'lost',
            axes: { lifecycle: 'evicting' },
            replicas: { ready: 4 },
          },
          {
            ...on('ready1', 4, 0),
            axes: { delivery: 'rolling-out', health: 'progressing' },
          },
        ],
      },
    },
    {
      name: 'pending-elsewhere',
      placed: {
        targets: [
          { cluster: 'lost' },
          { cluster: 'ready1', axes: { delivery: 'pending' } },
        ],
      },
    },
    {
      name: 'job',
      placed: {
        targets: [
          { cluster: 'lost', replicas: { desired: 2 } },
          { cluster: 'ready1', replicas: { desired: 2 } },
        ],
      },
    },
    { name: 'elsewhere', placed: { targets: [on('ready1', 1)] } },
    {
      name: 'needed',
      placed: { dependency: true, targets: [on('lost', 1)] },
    },
  ],
};

const databases = testDatabases();

describe.each(databases.eachSupportedId())('ImpactReader on %s', id => {
  let knex: Knex;
  let reader: ImpactReader;

  beforeAll(async () => {
    knex = await databases.init(id);
    const { matching } = await openViewsWorld(knex, seed);
    await matching.sweep(
      streamed([component('both', { [ID]: 'both' }, 'group:default/owners')]),
    );
    const sources = new SourceRegistry();
    sources.add(
      fakeSource({
        fleet: {
          ...fakeFleet(),
          explainLoss: ({ cluster, derived }) =>
            sentence('test', {
              cluster: cluster.name,
              targets: derived.targets.length,
            }),
        },
      }),
    );
    reader = ImpactReader.create({ knex, sources });
  }, 60_000);

  const read = async (request: { cursor?: string; limit?: number }) => {
    const lost = (await selectClusterRows(knex)).find(
      cluster => cluster.name === 'lost',
    );
    return reader.read(lost!, request);
  };

  it('tells the worst first, counts no copy that never arrived as left, and leaves out what is only there for others', async () => {
    const { impact, impactTotal } = await read({});
    expect(impactTotal).toBe(7);
    expect(
      impact.map(item => [
        item.workload.name,
        item.severity,
        item.replicasLost,
        item.replicasLeft,
      ]),
    ).toEqual([
      ['both-lost', 'no-other-copy', 5, 0],
      ['moving', 'no-other-copy', 4, 0],
      ['alone', 'no-other-copy', 2, 0],
      ['pending-elsewhere', 'no-other-copy', 1, 0],
      ['half', 'under-half-left', 3, 1],
      ['redundant', 'redundant', 1, 4],
      ['job', 'redundant', 0, 0],
    ]);
  });

  it('names owners, and says in the words of the source what it will do', async () => {
    const { impact } = await read({});
    expect(impact[0]).toMatchObject({
      entityRefs: ['component:default/both'],
      owner: 'group:default/owners',
      outlook: { params: { cluster: 'lost', targets: 2 } },
    });
  });

  it('pages without repeating or leaving out', async () => {
    const first = await read({ limit: 6 });
    const second = await read({ limit: 6, cursor: first.nextCursor });
    expect(first.impact).toHaveLength(6);
    expect(second.impact.map(item => item.workload.name)).toEqual(['job']);
    expect(second.nextCursor).toBeUndefined();
  });
});

describe('severityOf', () => {
  it.each([
    [{ lost: 2, left: 0, clustersLeft: 1 }, 'no-other-copy'],
    [{ lost: 2, left: 0, clustersLeft: 0 }, 'no-other-copy'],
    [{ lost: 0, left: 0, clustersLeft: 0 }, 'redundant'],
    [{ lost: 0, left: 0, clustersLeft: 1 }, 'redundant'],
    [{ lost: 3, left: 2, clustersLeft: 1 }, 'under-half-left'],
    [{ lost: 2, left: 2, clustersLeft: 1 }, 'redundant'],
    [{ clustersLeft: 1 }, 'redundant'],
    [{ clustersLeft: 0 }, 'no-other-copy'],
  ] as const)('%j is %s', (counts, severity) => {
    expect(severityOf(counts)).toBe(severity);
  });
});
