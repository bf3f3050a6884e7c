import { ConfigReader } from '@backstage/config';
import { ScmHosts } from './ScmHosts';

describe('ScmHosts', () => {
  const hosts = ScmHosts.fromConfig(
    new ConfigReader({
      integrations: {
        github: [{ host: 'ghe.example' }, { token: 'x' }],
        gitlab: [{ host: 'git.example:8443' }],
      },
    }),
  );

  it.each([
    ['github.com', 'github'],
    ['ghe.example', 'github'],
    ['gitlab.com', 'gitlab'],
    ['git.example:8443', 'gitlab'],
    ['git.example', undefined],
    ['github.com.evil.example', undefined],
  ])('%s is %s', (host, expected) => {
    expect(hosts.typeOf(host)).toBe(expected);
  });

  it('know the public ones without a configuration', () => {
    const none = ScmHosts.fromConfig(new ConfigReader({}));
    expect(none.typeOf('gitlab.com')).toBe('gitlab');
  });
});
