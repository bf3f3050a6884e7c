import { targetSegments } from './targetSegments';

describe('targetSegments', () => {
  it('puts trouble first and lets the shares add up to one', () => {
    const segments = targetSegments({
      healthy: 6,
      'rolling-out': 1,
      unhealthy: 1,
      unknown: 2,
    });
    expect(segments.map(segment => segment.state)).toEqual([
      'unhealthy',
      'rolling-out',
      'unknown',
      'healthy',
    ]);
    expect(
      segments.reduce((sum, segment) => sum + segment.share, 0),
    ).toBeCloseTo(1);
  });

  it('leaves out states that nothing is in', () => {
    expect(targetSegments({ healthy: 0 })).toEqual([]);
    expect(targetSegments({})).toEqual([]);
  });
});
