import { binding, derive, runs } from '../__fixtures__/objects';

const AT = { creationTimestamp: '2026-11-21T11:58:00Z' };
const graceful = { fromCluster: 'm0', purgeMode: 'Gracefully', ...AT };

/** What is said while copies leave clusters and run on m9. */
function said(...gracefulEvictionTasks: object[]) {
  const derived = derive(
    binding(
      { clusters: [{ name: 'm9', replicas: 3 }], gracefulEvictionTasks },
      { aggregatedStatus: [runs('m9', 3)] },
    ),
  );
  return derived.summary.sentence;
}

describe('the deadline of a move', () => {
  it.each([
    ['a graceful one', [graceful], 'm0', '2026-11-21T12:08:00Z'],
    [
      'the later of two',
      [graceful, { ...graceful, fromCluster: 'm1', gracePeriodSeconds: 900 }],
      'm0, m1',
      '2026-11-21T12:13:00Z',
    ],
    [
      'none of a purge that waits for nothing',
      [
        graceful,
        {
          fromCluster: 'm1',
          purgeMode: 'Directly',
          gracePeriodSeconds: 900,
          ...AT,
        },
      ],
      'm0',
      '2026-11-21T12:08:00Z',
    ],
    [
      'none of a removal that a person confirmed',
      [
        graceful,
        {
          fromCluster: 'm1',
          purgeMode: 'Never',
          suppressDeletion: false,
          gracePeriodSeconds: 900,
          ...AT,
        },
      ],
      'm0',
      '2026-11-21T12:08:00Z',
    ],
  ])('is that of %s', (_, tasks, clusters, deadline) => {
    expect(said(...tasks)).toMatchObject({
      code: 'placement.evictingUntil',
      params: { clusters, deadline },
      times: ['deadline'],
    });
  });

  it('is not told before the eviction controller stamped every task that has one', () => {
    expect(
      said(graceful, {
        ...graceful,
        fromCluster: 'm1',
        creationTimestamp: null,
      }),
    ).toMatchObject({
      code: 'placement.evicting',
      params: { clusters: 'm0, m1' },
    });
  });

  it('is not told of a removal that a person confirmed: it goes now', () => {
    const confirmed = said({
      fromCluster: 'm0',
      purgeMode: 'Never',
      suppressDeletion: false,
      ...AT,
    });

    expect(confirmed?.text).toBe(
      'moving off m0; its removal was confirmed, the old copy goes now',
    );
  });

  it('is not told of times that are none', () => {
    expect(
      said({ ...graceful, creationTimestamp: 'never', gracePeriodSeconds: 1 })
        ?.code,
    ).toBe('placement.evicting');
    expect(
      said({ ...graceful, gracePeriodSeconds: Number.MAX_SAFE_INTEGER })?.code,
    ).toBe('placement.evicting');
  });
});

describe('since when', () => {
  it('a target is evicting or waits for a person is told by its task', () => {
    const tasks = [
      graceful,
      {
        ...graceful,
        fromCluster: 'm1',
        purgeMode: 'Never',
        suppressDeletion: true,
      },
      { ...graceful, fromCluster: 'm2', creationTimestamp: 'never' },
    ];
    const { targets } = derive(
      binding(
        {
          clusters: [{ name: 'm9', replicas: 3 }],
          gracefulEvictionTasks: tasks,
        },
        { aggregatedStatus: [runs('m9', 3)] },
      ),
    );
    const at = Date.parse(AT.creationTimestamp);

    expect(targets.map(({ cluster, since }) => [cluster, since])).toEqual([
      ['m9', undefined],
      ['m0', at],
      ['m1', at],
      ['m2', undefined],
    ]);
  });

  it('a placement is unscheduled is told by the condition, and of nothing else', () => {
    const of = (status: string, lastTransitionTime?: string) =>
      derive(
        binding(
          { clusters: [] },
          {
            conditions: [
              {
                type: 'Scheduled',
                status,
                reason: 'NoClusterFit',
                lastTransitionTime,
              },
            ],
          },
        ),
      ).since;

    expect(of('False', '2026-11-21T11:00:00Z')).toBe(
      Date.parse('2026-11-21T11:00:00Z'),
    );
    expect(of('False', 'yesterday')).toBeUndefined();
    expect(of('False')).toBeUndefined();
    expect(of('True', '2026-11-21T11:00:00Z')).toBeUndefined();
  });
});
