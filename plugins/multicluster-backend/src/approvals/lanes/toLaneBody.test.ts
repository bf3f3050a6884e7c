import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { LaneHold } from '@fairway/backstage-plugin-multicluster-node';
import { ArmedLane } from './ArmedLane';
import { LaneFacts } from './LaneFacts';
import { LaneShown, toLaneBody } from './toLaneBody';

/** A lane with copies that are ready, wanted and held back on `m1`. */
function lane(
  [ready, desired, heldBack]: [number, number, number],
  {
    form = 'all',
    clusterState = 'ready',
    request,
  }: Pick<LaneShown, 'request'> & {
    form?: LaneHold['form'];
    clusterState?: string;
  } = {},
) {
  const ref = { source: 'west', policyKey: 'Policy/shop/cart' };
  const target = {
    cluster: 'm1',
    clusterState,
    derived: {
      axes: { lifecycle: 'desired', delivery: 'held', health: 'healthy' },
      replicas: { ready, desired },
      ...(heldBack > 0 && { heldBack }),
    },
  } as unknown as LaneFacts['targets'][number];
  return toLaneBody({
    facts: {
      ...ref,
      policy: {} as LaneFacts['policy'],
      placements: [],
      workloads: [],
      environments: [],
      entities: [],
      targets: [target],
    },
    hold: { form, clusters: [], ours: true, command: '' },
    armed: { ...ref, armedAt: 0 } as unknown as ArmedLane,
    request,
  });
}

const waits = {
  id: 'r1',
  subject: { lane: { clusters: ['m1'] } },
  released: [],
  said: { ...sentence('lane.view.held', { cluster: 'm1' }), tone: 'hold' },
} as unknown as LaneShown['request'];

describe('toLaneBody', () => {
  const codes = (...given: Parameters<typeof lane>) =>
    lane(...given).sentences.map(({ code, tone }) => `${tone} ${code}`);

  it('says that nothing waits while a pod of a lane restarts, and nothing of a hold beside', () => {
    expect(codes([3, 4, 0])).toEqual(['hold lane.view.quiet']);
    expect(lane([3, 4, 0]).clusters).toMatchObject([
      { state: 'released', runs: 3, wanted: 4 },
    ]);
  });

  it('says what runs where copies are held back, and not that nothing waits', () => {
    const { sentences, clusters } = lane([2, 4, 2]);
    expect(sentences).toMatchObject([
      { tone: 'bad', text: 'Held: m1 runs 2 of 4.' },
    ]);
    expect(clusters).toMatchObject([{ state: 'held' }]);
  });

  it('says so beside a request that waits, and not where only a pod of it restarts', () => {
    expect(codes([2, 4, 2], { request: waits })).toEqual([
      'bad lane.care.short',
      'hold lane.view.held',
    ]);
    expect(codes([3, 4, 0], { request: waits })).toEqual([
      'hold lane.view.held',
    ]);
  });

  it('does not say of a cluster that was released by its request that a change is held from it', () => {
    const state = (request: LaneShown['request']) =>
      lane([4, 4, 0], { request }).clusters.map(one => one.state);
    expect(state(waits)).toEqual(['held']);
    expect(state({ ...waits!, released: ['m1'] })).toEqual(['released']);
    expect(state({ ...waits!, released: ['m2'] })).toEqual(['held']);
  });

  it('names a cluster that is lost, and none that is being released', () => {
    const lost = { clusterState: 'unreachable' };
    expect(codes([0, 4, 0], lost)).toEqual([
      'bad lane.view.lost',
      'hold lane.view.quiet',
    ]);
    expect(codes([1, 4, 0], { form: 'clusters', request: waits })).toEqual([
      'hold lane.view.held',
    ]);
  });
});
