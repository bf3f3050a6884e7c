import { LaneFacts } from '../LaneFacts';
import { lostClusters } from './lostClusters';
import { lossNotices } from './lossNotices';

function facts(
  ...targets: Array<[string, string, string, number, number]>
): LaneFacts {
  return {
    source: 'west',
    policyKey: 'PropagationPolicy/shop/cart',
    placements: [],
    workloads: [{ name: 'cart' } as LaneFacts['workloads'][number]],
    environments: [],
    entities: [],
    targets: targets.map(
      ([cluster, clusterState, delivery, ready, desired]) => ({
        placementKey: 'p',
        cluster,
        clusterState: clusterState as 'ready',
        derived: {
          axes: { lifecycle: 'desired', delivery, health: 'healthy' },
          replicas: { ready, desired },
        } as unknown as LaneFacts['targets'][number]['derived'],
      }),
    ),
  };
}

describe('lossNotices', () => {
  it.each`
    targets                                                                 | titles
    ${[['m1', 'not-ready', 'held', 2, 2], ['m2', 'ready', 'held', 2, 2]]}   | ${['m1 is lost while dispatch of cart is held']}
    ${[['m2', 'ready', 'held', 2, 4]]}                                      | ${['Held: m2 runs 2 of 4 of cart']}
    ${[['m2', 'ready', 'rolling-out', 2, 4]]}                               | ${[]}
    ${[['m1', 'ready', 'held', 2, 2], ['m2', 'ready', 'held', 2, 2]]}       | ${[]}
    ${[['m1', 'unreachable', 'held', 0, 2], ['m2', 'ready', 'held', 2, 4]]} | ${['m1 is lost while dispatch of cart is held', 'Held: m2 runs 2 of 4 of cart']}
  `('$targets: $titles', ({ targets, titles }) => {
    expect(
      lossNotices(facts(...targets)).due.map(({ title }) => title),
    ).toEqual(titles);
  });

  it('forgets a loss that is over, so that the next one is told', () => {
    const lost = lossNotices(facts(['m1', 'not-ready', 'held', 2, 2]));
    const back = lossNotices(facts(['m1', 'ready', 'applied', 2, 2]));
    expect(back.over).toContain(lost.due[0].key);
  });
});

describe('lostClusters', () => {
  const cluster = (name: string, more: object = {}) => ({
    name,
    present: true,
    state: 'ready' as const,
    taints: [],
    labels: {},
    ...more,
  });
  const known = new Map(
    [
      cluster('fine'),
      cluster('cordoned', { taints: [{ key: 'x', effect: 'NoSchedule' }] }),
      cluster('drained', { taints: [{ key: 'x', effect: 'NoExecute' }] }),
      cluster('down', { state: 'unreachable' }),
      cluster('gone', { present: false }),
    ].map(item => [item.name, item]),
  );

  it('are those whose copies have to go elsewhere, and none that somebody took out or cordoned', () => {
    expect(
      lostClusters(
        ['fine', 'cordoned', 'drained', 'down', 'gone', 'never seen'],
        known,
      ),
    ).toEqual(['drained', 'down']);
  });
});
