import { capacityShare } from './capacityShare';

describe('capacityShare', () => {
  it.each([
    [100, 1000, 0.1, 'run'],
    [800, 1000, 0.8, 'warn'],
    [960, 1000, 0.96, 'bad'],
    [1500, 1000, 1, 'bad'],
  ])('reads %d of %d as %d, %s', (allocated, allocatable, share, tone) => {
    expect(
      capacityShare(
        { allocated: { cpu: allocated }, allocatable: { cpu: allocatable } },
        'cpu',
      ),
    ).toEqual({ allocated, allocatable, share, tone });
  });

  it('knows nothing where a number is missing', () => {
    expect(capacityShare(undefined, 'cpu')).toBeUndefined();
    expect(
      capacityShare({ allocated: {}, allocatable: { cpu: 1 } }, 'cpu'),
    ).toBeUndefined();
    expect(
      capacityShare({ allocated: { cpu: 1 }, allocatable: { cpu: 0 } }, 'cpu'),
    ).toBeUndefined();
  });
});
