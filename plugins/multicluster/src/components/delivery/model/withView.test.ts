import { Freshness } from '@fairway/backstage-plugin-multicluster-common';
import { withView } from './withView';

describe('withView', () => {
  it.each<[Freshness['state'], 'fresh' | 'stale', Freshness['state']]>([
    ['live', 'fresh', 'live'],
    ['live', 'stale', 'last-known'],
    ['last-known', 'fresh', 'last-known'],
    ['last-known', 'stale', 'last-known'],
  ])('shows what is %s in a view that is %s as %s', (state, status, shown) => {
    const item = withView({ freshness: { state } }, { status });
    expect(item.freshness.state).toBe(shown);
  });
});
