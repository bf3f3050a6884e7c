import {
  ClusterState,
  EntityWorkload,
  PlacementSummaryState,
} from '@fairway/backstage-plugin-multicluster-common';
import { coverageOfClusters } from './coverageOf';
import { freshnessOf } from './freshnessOf';
import { healthOf } from './health/healthOf';
import { HealthRow } from './health/selectHealthRows';
import { revisionOf } from './revisionOf';
import { worstSentence } from './topology/worstSentence';

const NOW = Date.parse('2026-11-21T10:00:00Z');
const STARTED = NOW - 60_000;
const known = [{ id: 'prod', type: 'fake' }];

function row(lane?: Partial<NonNullable<HealthRow['lane']>>): HealthRow {
  return {
    sourceId: 1,
    source: 'prod',
    type: 'fake',
    ...(lane && {
      lane: {
        id: 1,
        name: 'bindings',
        facet: 'fleet',
        subject: 'Bindings',
        retired: false,
        swept: true,
        contactAt: NOW - 1000,
        relists: 1,
        errors: 0,
        objects: 3,
        ...lane,
      },
    }),
  };
}

const problem = {
  code: 'forbidden' as const,
  sentence: { code: 'x', params: {}, text: 'x' },
  since: NOW - 5000,
};

describe('healthOf', () => {
  it('keeps what delivery tools do apart from what is known of clusters', () => {
    const sources = [
      { id: 'prod', type: 'fake' },
      { id: 'tool', type: 'tool', runs: true, runsOnly: true },
      { id: 'both', type: 'both', runs: true },
      { id: 'odd', type: 'odd', broken: { configKey: 'k', reason: 'r' } },
    ];
    const of = (source: string, facet: string, id: number): HealthRow => ({
      ...row({ id, facet, problem }),
      source,
    });
    const rows = [
      of('prod', 'fleet', 1),
      of('tool', 'runs', 2),
      of('both', 'fleet', 3),
      of('both', 'runs', 4),
    ];
    const seen = (aspect: 'fleet' | 'runs' | 'all') => {
      const health = healthOf(rows, sources, STARTED, NOW, aspect);
      return [health.sources.map(({ id }) => id), [...health.lanes.keys()]];
    };
    expect(seen('fleet')).toEqual([
      ['prod', 'both', 'odd'],
      [1, 3],
    ]);
    expect(seen('runs')).toEqual([
      ['tool', 'both', 'odd'],
      [2, 4],
    ]);
    expect(seen('all')).toEqual([
      ['prod', 'tool', 'both', 'odd'],
      [1, 2, 3, 4],
    ]);
  });

  it.each([
    ['nothing was stored', [row()], 'starting', undefined, false],
    ['everything is read', [row({})], 'live', 'live', true],
    [
      'the first list is on its way',
      [row({ swept: false })],
      'starting',
      'syncing',
      false,
    ],
    [
      'one list is read and another is on its way',
      [row({}), row({ id: 2, name: 'bindings', swept: false })],
      'starting',
      'live',
      false,
    ],
    ['all is refused', [row({ problem })], 'down', 'failed', true],
    [
      'one of two is refused',
      [row({ problem }), row({ id: 2, name: 'clusters' })],
      'degraded',
      'failed',
      true,
    ],
    [
      'nothing was heard for long',
      [row({ contactAt: NOW - 200_000 })],
      'down',
      'stale',
      true,
    ],
    [
      'a lane is not wanted any more',
      [row({}), row({ id: 2, retired: true, problem })],
      'live',
      'live',
      true,
    ],
  ] as const)('%s', (_, rows, state, lane, everRead) => {
    const health = healthOf([...rows], known, STARTED, NOW);
    expect(health.sources[0].state).toBe(state);
    expect(health.sources[0].lanes[0]?.state).toBe(lane);
    expect(health.sources[0].everRead).toBe(everRead);
  });

  it('tells since when a lane is troubled, and says nothing of sources that are not configured', () => {
    const health = healthOf(
      [row({ problem }), { ...row({ id: 9 }), source: 'gone' }],
      known,
      STARTED,
      NOW,
    );
    expect(health.sources).toHaveLength(1);
    expect(health.sources[0].problems).toMatchObject([
      {
        source: 'prod',
        subject: 'Bindings',
        code: 'forbidden',
        since: '2026-11-21T09:59:55.000Z',
      },
    ]);
  });

  it('names the key of a configuration that cannot be used', () => {
    const health = healthOf(
      [],
      [{ ...known[0], broken: { configKey: 'a.b[0]', reason: 'missing' } }],
      STARTED,
      NOW,
    );
    expect(health.sources[0]).toMatchObject({
      state: 'broken',
      problems: [{ code: 'configuration' }],
    });
  });
});

describe('freshnessOf', () => {
  const live = healthOf([row({})], known, STARTED, NOW).lanes.get(1);
  const failed = healthOf([row({ problem })], known, STARTED, NOW).lanes.get(1);
  const cluster = (state: ClusterState) => ({
    name: 'member1',
    state,
    stateSince: NOW - 10_000,
  });

  it.each<[ClusterState, typeof live, string, string | undefined]>([
    ['ready', live, 'live', undefined],
    ['ready', undefined, 'live', undefined],
    ['not-ready', live, 'last-known', 'view.lastKnown.not-ready'],
    ['unreachable', live, 'last-known', 'view.lastKnown.unreachable'],
    ['never-reported', live, 'last-known', 'view.lastKnown.never-reported'],
    ['leaving', live, 'last-known', 'view.lastKnown.leaving'],
    ['unavailable', live, 'last-known', 'view.lastKnown.unavailable'],
    ['ready', failed, 'last-known', 'view.lastKnown.lane'],
    ['not-ready', failed, 'last-known', 'view.lastKnown.not-ready'],
  ])('a %s cluster read through %j', (state, lane, freshness, reason) => {
    const result = freshnessOf(cluster(state), [lane]);
    expect(result.state).toBe(freshness);
    expect(result.reason?.code).toBe(reason);
    expect(result.reason?.text ?? '').not.toContain('view.');
  });
});

describe('coverageOfClusters', () => {
  const cluster = (name: string, state: ClusterState, present = true) => ({
    controlPlane: 'prod',
    name,
    present,
    state,
    stateSince: NOW,
  });

  it('never counts as seen what was not, and names it', () => {
    const coverage = coverageOfClusters(
      [
        cluster('a', 'ready'),
        cluster('a', 'ready'),
        cluster('b', 'not-ready'),
        cluster('c', 'never-reported'),
        cluster('d', 'unavailable', false),
      ],
      [1],
      healthOf([row({})], known, STARTED, NOW),
    );
    expect(coverage).toMatchObject({ seen: 2, total: 4, stale: 1 });
    expect(coverage.oldest).toBe('2026-11-21T09:59:59.000Z');
    expect(coverage.problems.map(item => [item.subject, item.code])).toEqual([
      ['b', 'not-ready'],
      ['c', 'never-reported'],
      ['d', 'incomplete'],
    ]);
  });

  it('counts everything as stale that was read through a lane in trouble', () => {
    const coverage = coverageOfClusters(
      [cluster('a', 'ready')],
      [1],
      healthOf([row({ problem })], known, STARTED, NOW),
    );
    expect(coverage).toMatchObject({ seen: 1, total: 1, stale: 1 });
  });

  it('knows no total while a source was never read', () => {
    expect(
      coverageOfClusters([], [], healthOf([], known, STARTED, NOW)).total,
    ).toBeNull();
  });
});

describe('revisionOf', () => {
  const view = {
    observedAt: 'a',
    coverage: { seen: 1, total: 1, stale: 0, oldest: 'a', problems: [] },
  };

  it('changes with what is shown, how much was read, and whom it is for, and not with the time', () => {
    const revision = revisionOf(view, 'alice');
    expect(
      revisionOf(
        {
          observedAt: 'b',
          coverage: { ...view.coverage, oldest: 'b' },
        },
        'alice',
      ),
    ).toBe(revision);
    expect(revisionOf(view, 'bob')).not.toBe(revision);
    expect(
      revisionOf(
        { ...view, coverage: { ...view.coverage, stale: 1 } },
        'alice',
      ),
    ).not.toBe(revision);
    const more = { ...view, items: [1] };
    expect(revisionOf(more, 'alice')).not.toBe(revision);
  });
});

describe('worstSentence', () => {
  function workload(
    state: PlacementSummaryState,
    text: string | undefined,
    flags: Array<'held'> = [],
    lost?: string,
  ): EntityWorkload {
    return {
      id: text ?? state,
      controlPlane: 'prod',
      group: '',
      kind: 'X',
      namespace: '',
      name: 'x',
      templatePresent: true,
      versions: [],
      match: {
        rule: 'kubernetes-id',
        confirmed: true,
        reason: { code: 'x', params: {}, text: '' },
      },
      placement: {
        summary: {
          state,
          flags,
          ...(text && { sentence: { code: text, params: {}, text } }),
        },
        since: '',
        replicas: {},
        targets: lost
          ? [
              {
                cluster: lost,
                state: 'healthy',
                axes: {
                  lifecycle: 'desired',
                  delivery: 'applied',
                  health: 'healthy',
                },
                replicas: {},
                versions: [],
                versionKnowledge: 'known',
                since: '',
                freshness: {
                  state: 'last-known',
                  reason: { code: 'lost', params: {}, text: lost },
                },
              },
            ]
          : [],
      },
    };
  }

  it.each<[string, EntityWorkload[], unknown]>([
    [
      'nothing, when all is well',
      [workload('converged', undefined)],
      undefined,
    ],
    [
      'trouble before movement',
      [workload('progressing', 'moving'), workload('degraded', 'broken')],
      ['broken', 'bad'],
    ],
    [
      'a hold before movement',
      [
        workload('progressing', 'moving'),
        workload('progressing', 'held', ['held']),
      ],
      ['held', 'hold'],
    ],
    [
      'a lost cluster before a hold',
      [
        workload('progressing', 'held', ['held']),
        workload('converged', undefined, [], 'm1'),
      ],
      ['lost', 'warn'],
    ],
    [
      'how many clusters are lost when several are',
      [
        workload('converged', undefined, [], 'm1'),
        workload('converged', undefined, [], 'm2'),
      ],
      ['view.clustersLastKnown', 'warn'],
    ],
  ])('says %s', (_, workloads, expected) => {
    const said = worstSentence(workloads);
    expect(said && [said.code, said.tone]).toEqual(expected);
  });
});
