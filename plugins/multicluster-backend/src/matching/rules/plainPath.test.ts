import { plainPath } from './plainPath';

describe('plainPath', () => {
  it.each([
    ['', ''],
    ['.', ''],
    ['/', ''],
    ['./', ''],
    ['././/', ''],
    ['apps/shop', 'apps/shop'],
    ['./apps/shop/', 'apps/shop'],
    ['//apps//shop//', 'apps//shop'],
    ['.github/x.', '.github/x.'],
  ])('reads %p as %p', (path, plain) => {
    expect(plainPath(path)).toBe(plain);
  });

  it('takes no longer for what is made to keep it busy', () => {
    const path = `a${'/'.repeat(300_000)}b`;
    const begun = performance.now();
    expect(plainPath(path)).toBe(path);
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});
