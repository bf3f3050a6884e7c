import { changedVersions } from './changedVersions';

describe('changedVersions', () => {
  it.each<[string, string | undefined, string, string[]]>([
    ['the one there is', 'v1', 'v2', ['v2']],
    ['all where nothing was before', undefined, 'v1, v2', ['v1', 'v2']],
    ['the one that moved of two', 'v1, w1', 'v2, w1', ['v2']],
    ['both', 'v1, w1', 'v2, w2', ['v2', 'w2']],
    ['one that another container had before', 'v1, v2', 'v2, v2', ['v2']],
    ['one that came beside', 'v1', 'v1, w1', ['w1']],
    ['all where one only went', 'v1, w1', 'v1', ['v1']],
    [
      'all where what was before is not known',
      'unknown',
      'v2, w1',
      ['v2', 'w1'],
    ],
  ])('are %s', (_, from, to, expected) => {
    expect(changedVersions({ from, to })).toEqual(expected);
  });
});
