import { drawStop } from './drawStop';

const stops = Array.from({ length: 100 }, (_, n) => drawStop(1, n));

describe('drawStop', () => {
  it('is the same again for the same number, and another for another seed', () => {
    expect(drawStop(1, 7)).toEqual(stops[7]);
    expect(drawStop(2, 7)).not.toEqual(stops[7]);
  });

  it('stops everything, one source, one environment and one entity', () => {
    const named = new Set(stops.flatMap(({ scope }) => Object.keys(scope)));
    expect(named).toEqual(new Set(['source', 'environment', 'entityRef']));
    expect(stops.some(({ scope }) => Object.keys(scope).length === 0)).toBe(
      true,
    );
  });
});
