import { compareUrl, ScmType } from './compareUrl';

const HOSTS: Record<string, ScmType> = {
  'github.com': 'github',
  'gitlab.com': 'gitlab',
  'git.example:8443': 'gitlab',
};
const A = 'aaaaaaa1';
const B = 'bbbbbbb2';
const between = (remote: string | undefined, a?: string, b?: string) =>
  compareUrl(remote, a, b, host => HOSTS[host]);

describe('compareUrl', () => {
  it.each([
    [
      'https://github.com/acme/apps.git',
      `https://github.com/acme/apps/compare/${A}...${B}`,
    ],
    [
      'git@github.com:acme/apps.git',
      `https://github.com/acme/apps/compare/${A}...${B}`,
    ],
    [
      'ssh://git@github.com:22/acme/apps.git',
      `https://github.com/acme/apps/compare/${A}...${B}`,
    ],
    [
      'https://user:secret@github.com/acme/apps',
      `https://github.com/acme/apps/compare/${A}...${B}`,
    ],
    [
      'https://gitlab.com/acme/sub/apps.git',
      `https://gitlab.com/acme/sub/apps/-/compare/${A}...${B}`,
    ],
    [
      'https://git.example:8443/acme/apps',
      `https://git.example:8443/acme/apps/-/compare/${A}...${B}`,
    ],
    ['https://unknown.example/acme/apps', undefined],
    ['data:text/html,//github.com/acme/apps', undefined],
    ['https://github.com/acme/../evil/x y', undefined],
    ['https://github.com/apps', undefined],
    ['r', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('of %s is %s', (remote, expected) => {
    expect(between(remote, A, B)).toBe(expected);
  });

  it.each([
    [undefined, B],
    [A, undefined],
    ['main', B],
    ['aaaaaaa1?x=y', B],
    [A, '../../x'],
  ])('is none between %s and %s', (a, b) => {
    expect(between('https://github.com/acme/apps', a, b)).toBeUndefined();
  });

  it('takes no longer for what is made to keep it busy', () => {
    const begun = performance.now();
    const slashes = '/'.repeat(300_000);
    expect(between(`https://github.com/a${slashes}b`, A, B)).toBeUndefined();
    expect(between(`git@github.com:a${slashes}b`, A, B)).toBeUndefined();
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});
