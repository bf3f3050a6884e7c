import { ConfigReader } from '@backstage/config';
import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { component } from '../__testUtils__/shopWorld';
import { CommitAnswer } from '../scm/ScmCommits';
import { EnvironmentRange } from '../views/promotion/CommitRangeReader';
import { ScmHosts } from '../views/promotion/ScmHosts';
import { DefaultPromotionCommitsReader } from './DefaultPromotionCommitsReader';

const [A, B] = ['a', 'b'].map(letter => letter.repeat(40));
const known: EnvironmentRange = {
  state: 'known',
  title: 'Production',
  repository: { host: 'github.com', path: 'acme/apps' },
  base: A,
  head: B,
};

async function read(range: EnvironmentRange, answer?: CommitAnswer) {
  const between = jest.fn(async () => answer!);
  const commits = await DefaultPromotionCommitsReader.create({
    ranges: { read: async () => range },
    scm: { between },
    hosts: ScmHosts.fromConfig(new ConfigReader({})),
  }).commits(component('shop', {}), { from: 'test', to: 'production' });
  return { commits, between };
}

describe('DefaultPromotionCommitsReader', () => {
  it('lists what came between, with how many there are beyond', async () => {
    const commit = { sha: B, title: 'Change' };
    const { commits } = await read(known, { commits: [commit], total: 61 });
    expect(commits).toMatchObject({
      entityRef: 'component:default/shop',
      from: 'test',
      to: 'production',
      base: A,
      head: B,
      commits: [commit],
      omitted: 60,
      compareUrl: `https://github.com/acme/apps/compare/${A}...${B}`,
    });
    expect(commits.sentence).toBeUndefined();
  });

  it('says that none comes', async () => {
    const { commits } = await read(known, { commits: [], total: 0 });
    expect(commits.sentence?.text).toBe(
      'No commit would come: Production has all of them, or newer ones',
    );
  });

  it('leaves two revisions and a link where the host tells nothing, and says why', async () => {
    const why = sentence('promotion.commits.limited', { host: 'github.com' });
    const { commits } = await read(known, { sentence: why });
    expect(commits).toMatchObject({
      base: A,
      head: B,
      commits: [],
      sentence: why,
      compareUrl: expect.stringContaining('/compare/'),
    });
  });

  it.each<[EnvironmentRange, string]>([
    [{ state: 'same', head: A, title: 'x' }, 'same'],
    [{ state: 'unknown', title: 'x' }, 'unknown'],
    [{ state: 'no-repository', base: A, head: B, title: 'x' }, 'noRepository'],
    [
      {
        state: 'not-confirmed',
        base: A,
        head: B,
        title: 'x',
        pipeline: 'theirs',
      },
      'notConfirmed',
    ],
  ])('asks no host about %j', async (range, code) => {
    const { commits, between } = await read(range);
    expect(commits.sentence?.code).toBe(`promotion.commits.${code}`);
    expect(commits.sentence?.text).not.toContain('promotion.');
    expect(commits.commits).toEqual([]);
    expect(between).not.toHaveBeenCalled();
  });
});
