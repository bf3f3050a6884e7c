import { gitPlace } from './gitPlace';

describe('gitPlace', () => {
  it.each([
    [
      'git@github.com:Org/Repo.git',
      { remote: 'github.com/org/repo', path: '' },
    ],
    [
      'https://github.com/org/repo',
      { remote: 'github.com/org/repo', path: '' },
    ],
    [
      'ssh://git@git.example.com:2222/org/repo.git',
      { remote: 'git.example.com/org/repo', path: '' },
    ],
    [
      'https://user:secret@git.example.com/org/repo.git',
      { remote: 'git.example.com/org/repo', path: '' },
    ],
    [
      'https://github.com/org/repo/tree/main/apps/shop/',
      { remote: 'github.com/org/repo', branch: 'main', path: 'apps/shop' },
    ],
    [
      'https://github.com/org/repo/blob/main/apps/shop/catalog-info.yaml',
      { remote: 'github.com/org/repo', branch: 'main', path: 'apps/shop' },
    ],
    [
      'https://gitlab.com/g/sub/repo/-/blob/main/catalog-info.yaml',
      { remote: 'gitlab.com/g/sub/repo', branch: 'main', path: '' },
    ],
  ])('takes %s apart', (address, place) => {
    expect(gitPlace(address)).toEqual(place);
  });

  it.each(['', 'nonsense', '/srv/catalog/all.yaml', 'x'.repeat(5000)])(
    'finds no repository in %.30j',
    address => {
      expect(gitPlace(address)).toBeUndefined();
    },
  );
});
