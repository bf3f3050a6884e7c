import { compareCommits } from './compareCommits';

const commits = Array.from({ length: 250 }, (_, number) => ({
  hash: `c${number}`,
  message: `Change ${number}`,
  author: 'Olivia',
  branch: 'main',
  url: '',
  created_at: 1000 + number,
}));
const compare = (basehead: string, query = '') =>
  compareCommits(commits, basehead, new URLSearchParams(query));

describe('compareCommits', () => {
  it('gives what came after the first, the oldest first and in pages', () => {
    const page = compare('c10...c240', 'per_page=100&page=3');
    expect(page).toMatchObject({
      status: 'ahead',
      ahead_by: 230,
      total_commits: 230,
    });
    expect(page?.commits).toHaveLength(30);
    expect(page?.commits.at(-1)).toEqual({
      sha: 'c240',
      commit: {
        message: 'Change 240',
        author: { name: 'Olivia', date: '1970-01-01T00:20:40.000Z' },
      },
    });
  });

  it.each`
    basehead     | status         | ahead | behind
    ${'c5...c5'} | ${'identical'} | ${0}  | ${0}
    ${'c9...c5'} | ${'behind'}    | ${0}  | ${4}
    ${'c5...c6'} | ${'ahead'}     | ${1}  | ${0}
  `('reads $basehead as $status', ({ basehead, status, ahead, behind }) => {
    expect(compare(basehead)).toMatchObject({
      status,
      ahead_by: ahead,
      behind_by: behind,
    });
  });

  it('knows no commit that nobody made', () => {
    expect(compare('c5...nope')).toBeUndefined();
    expect(compare('c5')).toBeUndefined();
  });
});
