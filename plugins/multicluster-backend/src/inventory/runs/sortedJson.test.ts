import { sortedJson } from './sortedJson';

describe('sortedJson', () => {
  it('is the same text for the same maps, however deep, and keeps the order of lists', () => {
    const one = { b: [{ y: 1, x: 2 }, 'z', 'a'], a: { d: null, c: undefined } };
    const same = {
      a: { c: undefined, d: null },
      b: [{ x: 2, y: 1 }, 'z', 'a'],
    };
    expect(sortedJson(one)).toBe(sortedJson(same));
    expect(sortedJson(one)).toBe(
      '{"a":{"d":null},"b":[{"x":2,"y":1},"z","a"]}',
    );
  });
});
