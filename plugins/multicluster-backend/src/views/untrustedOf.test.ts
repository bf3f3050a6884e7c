import { fakeFleet } from '../__testUtils__/fakeFleet';
import { fakeSource } from '../__testUtils__/startTestPlugin';
import { SourceRegistry } from '../service/SourceRegistry';
import { LaneHealth } from './health/SourceHealth';
import { untrustedOf } from './untrustedOf';

const lanes = new Map(
  (
    [
      [1, 'clusters', 'stale'],
      [2, 'bindings', 'failed'],
      [3, 'secrets', 'failed'],
      [4, 'others', 'live'],
    ] as const
  ).map(([laneId, name, state]) => [
    laneId,
    { laneId, name, state, controlPlane: 'prod' } as LaneHealth,
  ]),
);

const clusters = [
  { id: 10, state: 'ready', laneId: 4 },
  { id: 11, state: 'ready', laneId: 1 },
  { id: 12, state: 'unreachable', laneId: 4 },
  { id: 13, state: 'ready' },
];

describe('untrustedOf', () => {
  it('names clusters that are not ready or not read, and failing lanes of placements alone', () => {
    const sources = new SourceRegistry();
    sources.add(
      fakeSource({
        fleet: {
          ...fakeFleet(),
          placementLanes: { namespaced: ['bindings'], clusterScoped: [] },
        },
      }),
    );
    expect(untrustedOf(clusters, { lanes }, sources)).toEqual({
      clusterIds: [11, 12],
      laneIds: [2],
    });
  });

  it('suspects every lane of a source that does not say which brings placements', () => {
    const { laneIds } = untrustedOf(clusters, { lanes }, new SourceRegistry());
    expect(laneIds).toEqual([1, 2, 3]);
  });
});
