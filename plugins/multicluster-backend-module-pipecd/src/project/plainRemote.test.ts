import { plainRemote } from './plainRemote';

describe('plainRemote', () => {
  it.each([
    ['https://acme-bot:s3cret@github.com/acme/apps.git'],
    ['https://s3cret@github.com/acme/apps.git'],
    ['https://acme-bot:s3cret@s3cret@github.com/acme/apps.git'],
    ['HTTPS://:s3cret@github.com/acme/apps.git'],
  ])('takes what opens a repository out of %s', remote => {
    expect(plainRemote(remote).toLowerCase()).toBe(
      'https://github.com/acme/apps.git',
    );
  });

  it('keeps the user of SSH and takes its password out', () => {
    expect(plainRemote('ssh://git:s3cret@host:22/acme/apps.git')).toBe(
      'ssh://git@host:22/acme/apps.git',
    );
  });

  it.each([
    ['git@github.com:acme/apps.git'],
    ['ssh://git@host/acme/apps.git'],
    ['https://github.com/acme/apps@v1.git'],
    ['/srv/git/apps.git'],
  ])('leaves %s as it is', remote => {
    expect(plainRemote(remote)).toBe(remote);
  });
});
