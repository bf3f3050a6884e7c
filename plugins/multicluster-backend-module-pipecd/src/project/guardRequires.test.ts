import { guardRequires } from './guardRequires';

const guarded = (wanted: Record<string, string[]>) =>
  Object.fromEntries(guardRequires(new Map(Object.entries(wanted))));

describe('guardRequires', () => {
  it.each([
    ['a chain stays', { a: [], b: ['a'] }, { a: [], b: ['a'] }],
    ['itself is left out', { a: ['a'] }, { a: [] }],
    ['what is not shown is left out', { a: ['x'] }, { a: [] }],
    ['each counts once', { a: [], b: ['a', 'a'] }, { a: [], b: ['a'] }],
    [
      'what would close a circle is left out',
      { a: ['c'], b: ['a'], c: ['b'] },
      { a: ['c'], b: ['a'], c: [] },
    ],
    [
      'names of every object are only names',
      { constructor: ['toString'], toString: [] },
      { constructor: ['toString'], toString: [] },
    ],
  ])('%s', (_, wanted, expected) => {
    expect(guarded(wanted as Record<string, string[]>)).toEqual(expected);
  });

  it('looks at a wide lattice in no time', () => {
    const wanted = new Map<string, string[]>();
    const layer = (at: number) => [0, 1, 2, 3].map(n => `${at}.${n}`);
    for (let at = 0; at < 50; at++) {
      layer(at).forEach(key => wanted.set(key, at ? layer(at - 1) : []));
    }
    expect(guardRequires(wanted).get('49.0')).toEqual(layer(48));
  });
});
