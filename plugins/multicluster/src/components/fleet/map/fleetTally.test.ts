import { FleetTile } from '@fairway/backstage-plugin-multicluster-common';
import { fleetTally } from './fleetTally';

const tile = (partial: Partial<FleetTile>): FleetTile => ({
  controlPlane: 'prod',
  name: 'member1',
  state: 'ready',
  ...partial,
});

describe('fleetTally', () => {
  it('counts lost clusters apart from those expected to be away', () => {
    const tally = fleetTally({
      regions: [
        {
          name: 'eu',
          affected: 2,
          clusters: [
            tile({}),
            tile({ state: 'not-ready' }),
            tile({ state: 'unreachable' }),
            tile({ state: 'unreachable', intermittent: true }),
          ],
        },
        {
          affected: 0,
          clusters: [
            tile({ state: 'never-reported' }),
            tile({ state: 'leaving' }),
            tile({ state: 'unavailable' }),
            tile({ worst: 'rolling-out' }),
            tile({ worst: 'unhealthy' }),
          ],
        },
      ],
    });
    expect(tally).toEqual({
      total: 9,
      ready: 3,
      lost: 2,
      intermittentQuiet: 1,
      neverReported: 1,
      leaving: 1,
      unavailable: 1,
      trouble: 1,
      rolling: 1,
    });
  });

  it('counts nothing in a fleet without clusters', () => {
    expect(fleetTally({ regions: [] })).toMatchObject({ total: 0, lost: 0 });
  });
});
