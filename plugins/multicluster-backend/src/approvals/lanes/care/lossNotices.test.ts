import { LaneFacts } from '../LaneFacts';
import { lostClusters } from './lostClusters';
import { lossNotices } from './lossNotices';

function facts(
  ...targets: Array<[string, string, number, number, number]>
): LaneFacts {
  return {
    source: 'west',
    policyKey: 'PropagationPolicy/shop/cart',
    placements: [],
    workloads: [{ name: 'cart' } as LaneFacts['workloads'][number]],
    environments: [],
    entities: [],
    targets: targets.map(
      ([cluster, clusterState, heldBack, ready, desired]) => ({
        placementKey: 'p',
        cluster,
        clusterState: clusterState as 'ready',
        derived: {
          axes: { lifecycle: 'desired', delivery: 'held', health: 'healthy' },
          replicas: { ready, desired },
          ...(heldBack > 0 && { heldBack }),
        } as unknown as LaneFacts['targets'][number]['derived'],
      }),
    ),
  };
}

describe('lossNotices', () => {
  it.each`
    targets                                                       | titles                                                                           | why
    ${[['m1', 'not-ready', 0, 2, 2], ['m2', 'ready', 0, 2, 2]]}   | ${['m1 is lost while dispatch of cart is held']}                                 | ${'one is lost'}
    ${[['m2', 'ready', 2, 2, 4]]}                                 | ${['Held: m2 runs 2 of 4 of cart']}                                              | ${'copies are held back'}
    ${[['m2', 'ready', 1, 2, 4]]}                                 | ${['Held: m2 runs 2 of 4 of cart']}                                              | ${'one is, and another restarts'}
    ${[['m2', 'ready', 0, 3, 4]]}                                 | ${[]}                                                                            | ${'a pod restarts'}
    ${[['m2', 'ready', 0, 0, 4]]}                                 | ${[]}                                                                            | ${'none is ready of what it was given'}
    ${[['m1', 'ready', 0, 2, 2], ['m2', 'ready', 0, 2, 2]]}       | ${[]}                                                                            | ${'all run'}
    ${[['m1', 'unreachable', 0, 0, 2], ['m2', 'ready', 2, 2, 4]]} | ${['m1 is lost while dispatch of cart is held', 'Held: m2 runs 2 of 4 of cart']} | ${'one is lost and its copies moved on paper'}
  `('where $why: $titles', ({ targets, titles }) => {
    expect(
      lossNotices(facts(...targets)).due.map(({ title }) => title),
    ).toEqual(titles);
  });

  it('forgets a loss that is over, so that the next one is told', () => {
    const lost = lossNotices(facts(['m1', 'not-ready', 0, 2, 2]));
    const back = lossNotices(facts(['m1', 'ready', 0, 2, 2]));
    expect(back.over).toContain(lost.due[0].key);
    const short = lossNotices(facts(['m2', 'ready', 2, 2, 4]));
    const released = lossNotices(facts(['m2', 'ready', 0, 3, 4]));
    expect(released.over).toContain(short.due[0].key);
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
