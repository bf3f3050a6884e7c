import { ConfigReader } from '@backstage/config';
import { FakeScm, ScmAnswer } from './__testUtils__/FakeScm';
import { CommitPair } from './CommitPair';
import { ScmCommits } from './ScmCommits';

const sha = (number: number) => number.toString(16).padStart(40, '0');
const pair = (host: string, path = 'acme/apps'): CommitPair => ({
  repository: { host, path },
  base: sha(0),
  head: sha(3),
});
const githubCommit = (number: number, message = `Change ${number}`) => ({
  sha: sha(number),
  commit: {
    message,
    author: {
      name: 'Olivia',
      email: 'olivia@example.org',
      date: '2026-11-20T10:00:00Z',
    },
  },
});
const gitlabCommit = (number: number) => ({
  id: sha(number),
  title: `Change ${number}`,
  author_name: 'Noor',
  author_email: 'noor@example.org',
  authored_date: '2026-11-20T12:00:00.000+02:00',
});
const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('ScmCommits', () => {
  let fake: FakeScm;
  let scm: ScmCommits;

  const asks = (options: { deadlineMs?: number } = {}) =>
    ScmCommits.create({
      ...options,
      config: new ConfigReader({
        integrations: {
          github: [
            {
              host: 'git.acme.example',
              apiBaseUrl: fake.url,
              token: 'gh-secret',
            },
          ],
          gitlab: [
            {
              host: 'lab.acme.example',
              apiBaseUrl: `${fake.url}/api/v4`,
              token: 'gl-secret',
            },
          ],
          gitea: [{ host: 'tea.acme.example' }],
        },
      }),
    });

  beforeEach(async () => {
    fake = await FakeScm.start();
    scm = asks();
  });

  afterEach(async () => {
    await fake.stop();
  });

  it('lists commits of GitHub newest first, with names and first lines alone, and the credential of the integration', async () => {
    fake.answer = () => ({
      body: {
        total_commits: 3,
        commits: [
          githubCommit(1, 'Say \u202ehello\u0007 twice\n\nand why'),
          githubCommit(2, 'x'.repeat(500)),
          githubCommit(3),
        ],
        files: [{ patch: '+ something secret' }],
      },
    });
    const answer = await scm.between(pair('git.acme.example'));

    expect(answer).toEqual({
      total: 3,
      commits: [
        {
          sha: sha(3),
          title: 'Change 3',
          author: 'Olivia',
          at: '2026-11-20T10:00:00.000Z',
          url: `https://git.acme.example/acme/apps/commit/${sha(3)}`,
        },
        expect.objectContaining({ title: `${'x'.repeat(199)}…` }),
        expect.objectContaining({ sha: sha(1), title: 'Say  hello  twice' }),
      ],
    });
    expect(fake.calls).toMatchObject([
      {
        url: `/repos/acme/apps/compare/${sha(0)}...${sha(
          3,
        )}?per_page=100&page=1`,
        headers: { authorization: 'Bearer gh-secret' },
      },
    ]);
  });

  it('reads the last pages of GitHub for the newest of many, and counts the others', async () => {
    fake.answer = url => {
      const page = Number(url.searchParams.get('page'));
      const from = (page - 1) * 100 + 1;
      return {
        body: {
          total_commits: 230,
          commits: range(from, Math.min(from + 99, 230)).map(number =>
            githubCommit(number),
          ),
        },
      };
    };
    const answer = await scm.between({
      ...pair('git.acme.example'),
      head: sha(230),
    });

    expect(answer).toMatchObject({ total: 230 });
    const shown = 'commits' in answer ? answer.commits : [];
    expect(shown.map(commit => commit.sha)).toEqual(
      range(181, 230).reverse().map(sha),
    );
    expect(fake.calls.map(({ url }) => url.slice(-6))).toEqual([
      'page=1',
      'page=3',
      'page=2',
    ]);
  });

  it('lists commits of GitLab, of a project in a group of a group', async () => {
    fake.answer = () => ({
      body: { commits: range(1, 60).map(gitlabCommit), diffs: [] },
    });
    const answer = await scm.between({
      ...pair('lab.acme.example', 'acme/team/apps'),
      head: sha(60),
    });

    expect(answer).toMatchObject({ total: 60 });
    const shown = 'commits' in answer ? answer.commits : [];
    expect(shown).toHaveLength(50);
    expect(shown[0]).toEqual({
      sha: sha(60),
      title: 'Change 60',
      author: 'Noor',
      at: '2026-11-20T10:00:00.000Z',
      url: `https://lab.acme.example/acme/team/apps/-/commit/${sha(60)}`,
    });
    expect(fake.calls).toMatchObject([
      {
        url: `/api/v4/projects/acme%2Fteam%2Fapps/repository/compare?from=${sha(
          0,
        )}&to=${sha(60)}`,
        headers: { authorization: 'Bearer gl-secret' },
      },
    ]);
  });

  it('asks about a pair once, however many look at once and after one another', async () => {
    fake.answer = () => ({ body: { commits: [gitlabCommit(3)] } });
    const ask = () => scm.between(pair('lab.acme.example'));
    await Promise.all([ask(), ask()]);
    await ask();

    expect(fake.calls).toHaveLength(1);
  });

  it.each<[string, string, ScmAnswer | 'hang', string]>([
    ['no integration', 'github.com', {}, 'promotion.commits.noIntegration'],
    [
      'nobody knows it',
      'git.other.example',
      {},
      'promotion.commits.noIntegration',
    ],
    ['another kind', 'tea.acme.example', {}, 'promotion.commits.otherHost'],
  ])('asks nothing of a host and says why: %s', async (_, host, __, code) => {
    const answer = await scm.between(pair(host));

    expect(answer.sentence).toMatchObject({ code, params: { host } });
    expect(fake.calls).toEqual([]);
  });

  it.each<[string, ScmAnswer | 'hang', string]>([
    [
      'a repository that the credential does not see',
      { status: 404 },
      'unreadable',
    ],
    ['a credential that is refused', { status: 401 }, 'unreadable'],
    [
      'a limit of GitHub',
      { status: 403, headers: { 'x-ratelimit-remaining': '0' } },
      'limited',
    ],
    ['a limit', { status: 429 }, 'limited'],
    ['an error', { status: 500 }, 'unclear'],
    ['no JSON', { body: '<html>' }, 'unclear'],
    [
      'commits that are none',
      {
        body: {
          total_commits: 1,
          commits: [{ ...githubCommit(1), sha: '../../x' }],
        },
      },
      'unclear',
    ],
    ['more than anybody needs', { body: ' '.repeat(17_000_000) }, 'unclear'],
    ['no answer', 'hang', 'unreachable'],
  ])(
    'says so of %s, and not what it was asked with',
    async (_, given, code) => {
      fake.answer = () => given;
      if (given === 'hang') {
        scm = asks({ deadlineMs: 500 });
      }
      const first = await scm.between(pair('git.acme.example'));
      const again = await scm.between(pair('git.acme.example'));

      expect(first.sentence?.code).toBe(`promotion.commits.${code}`);
      // A sentence that nobody wrote would read as its own code.
      expect(first.sentence?.text).not.toContain('promotion.');
      expect(JSON.stringify(first)).not.toContain('secret');
      expect(again).toEqual(first);
      expect(fake.calls).toHaveLength(1);
    },
  );
});
