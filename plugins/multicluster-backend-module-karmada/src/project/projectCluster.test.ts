import { recording } from '../__fixtures__/recording';
import { projectCluster } from './projectCluster';

function states(journey: string, name: string): string[] {
  return recording(journey)
    .filter(e => e.stream === 'clusters' && e.object.metadata.name === name)
    .map(({ object }) => {
      const { state, taints } = projectCluster(object)!;
      const marks = taints.map(({ key, effect }) => `${key}:${effect}`);
      return [state, ...marks].join(' ');
    })
    .filter((state, index, all) => state !== all[index - 1]);
}

const ready = (status: string, reason?: string) => ({
  conditions: [
    { type: 'CompleteAPIEnablements', status: 'True', reason: 'Complete' },
    { type: 'Ready', status, reason },
  ],
});

describe('projectCluster', () => {
  it('follows a cluster that joins, is cordoned and leaves', () => {
    expect(states('cluster-joins-cordoned-and-leaves', 'member4')).toEqual([
      'never-reported',
      'never-reported cluster.karmada.io/not-ready:NoSchedule',
      'ready cluster.karmada.io/not-ready:NoSchedule',
      'ready',
      'ready cluster.karmada.io/unschedulable:NoSchedule',
      'ready',
      'leaving',
    ]);
  });

  it('follows a Pull cluster whose agent stops', () => {
    expect(states('pull-agent-stopped', 'member3')).toEqual([
      'ready',
      'unreachable',
      'unreachable cluster.karmada.io/unreachable:NoSchedule',
    ]);
  });

  it('does not call a lost cluster ready because another condition stays True', () => {
    expect(states('cluster-lost-and-graceful-eviction', 'member1')).toEqual([
      'ready',
      'unreachable',
      'unreachable cluster.karmada.io/not-ready:NoSchedule',
      'unreachable lost:NoExecute cluster.karmada.io/not-ready:NoSchedule',
    ]);
  });

  it.each([
    ['True', 'ClusterReady', 'ready'],
    ['False', 'ClusterNotReady', 'not-ready'],
    ['False', 'ClusterNotReachable', 'unreachable'],
    ['False', 'StatusCollectionFailed', 'not-ready'],
    ['Unknown', 'ClusterStatusUnknown', 'unreachable'],
    ['Unknown', 'ClusterStatusNeverUpdated', 'never-reported'],
    ['False', 'SomethingOfANewerVersion', 'not-ready'],
    ['Unknown', undefined, 'unreachable'],
  ])('reads Ready=%s/%s as %s', (status, reason, state) => {
    expect(
      projectCluster({
        metadata: { name: 'm' },
        status: ready(status, reason),
      })?.state,
    ).toBe(state);
  });

  it('tells of a reason that it does not know', () => {
    const told = jest.fn();
    projectCluster(
      { metadata: { name: 'm' }, status: ready('False', 'New') },
      told,
    );

    expect(told).toHaveBeenCalledWith('cluster.Ready.reason', 'New');
  });

  it('reads a cluster that never reported as that, and shows no nodes and no capacity of it', () => {
    expect(projectCluster({ metadata: { name: 'm' } })).toEqual({
      type: 'cluster',
      key: 'm',
      name: 'm',
      state: 'never-reported',
      zones: [],
      labels: {},
      taints: [],
    });
  });

  it('reads nodes and capacity in base units, with omitted zeros', () => {
    const fact = projectCluster({
      metadata: { name: 'm' },
      status: {
        ...ready('True', 'ClusterReady'),
        nodeSummary: { totalNum: 3 },
        resourceSummary: {
          allocatable: { cpu: '6', memory: '12Gi', pods: '330' },
          allocated: { cpu: '1500m', memory: '1Gi', pods: '7' },
          allocating: { cpu: '250m' },
        },
      },
    });

    expect(fact).toMatchObject({
      nodes: { ready: 0, total: 3 },
      capacity: {
        allocatable: { cpu: 6000, memory: 12 * 2 ** 30, pods: 330 },
        allocated: { cpu: 1750, memory: 2 ** 30, pods: 7 },
      },
    });
  });
});
