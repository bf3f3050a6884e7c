import { identityHash } from './identityHash';

describe('identityHash', () => {
  it('is the same each time, fits a path, and differs by source, kind and key', () => {
    const all = [
      identityHash('west', 'run', '1'),
      identityHash('west', 'pipeline', '1'),
      identityHash('east', 'run', '1'),
      identityHash('west', 'run', '2'),
      identityHash('west","run","', 'run', '1'),
    ];
    expect(new Set(all).size).toBe(all.length);
    expect(all[0]).toBe(identityHash('west', 'run', '1'));
    for (const one of all) {
      expect(one).toMatch(/^[\w-]{22}$/);
    }
  });
});
