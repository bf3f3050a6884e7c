import { placementStates } from '@fairway/backstage-plugin-multicluster-common';
import { AnyState, stateLook } from './stateLook';

describe('stateLook', () => {
  it.each([
    ['healthy', 'ok'],
    ['applied', 'applied'],
    ['rolling-out', 'run'],
    ['pending', 'pending'],
    ['suspended', 'hold'],
    ['unhealthy', 'bad'],
    ['apply-failed', 'bad'],
    ['evicting', 'out'],
    ['degraded', 'warn'],
    ['never-reported', 'stale'],
  ] as const)('draws %s as %s', (state, shape) => {
    expect(stateLook(state).shape).toBe(shape);
  });

  it('draws whatever is only last known alike, so that it is never taken for live', () => {
    for (const state of placementStates) {
      expect(stateLook(state, true)).toEqual({ shape: 'stale', tone: 'stale' });
    }
  });

  it('draws a state of a newer back end as unknown', () => {
    expect(stateLook('levitating' as AnyState).shape).toBe('unknown');
  });
});
