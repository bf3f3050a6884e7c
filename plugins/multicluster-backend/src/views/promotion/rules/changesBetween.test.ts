import {
  imageVersion,
  promotionScope,
  scopePipeline,
  scopeRun,
  scopeTarget,
} from '../../../__testUtils__/promotionScope';
import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { PromotionColumn } from '../PromotionColumn';
import { PromotionScope, ScopeTarget } from '../PromotionScope';
import { changesBetween, hasSomethingToBring } from './changesBetween';
import { environmentVersions } from './environmentVersions';
import { imageNames } from './imageNames';

function column(
  targets: ScopeTarget[],
  given: Partial<PromotionScope> & {
    brought?: Parameters<typeof scopeRun>[0];
  } = {},
): PromotionColumn {
  const { brought, ...rest } = given;
  const run = brought && scopeRun(brought);
  const versions = environmentVersions(
    targets,
    imageNames(
      targets.flatMap(item => item.versions.map(({ image }) => image)),
    ),
  );
  return {
    scope: promotionScope({ targets, ...rest }),
    view: {
      name: 'x',
      versions,
      health: 'healthy',
      sentence: { ...sentence('view.unplaced'), tone: 'info' },
      coverage: { seen: 1, total: 1, stale: 0, problems: [] },
      clusters: [],
      commit: run?.run.commit,
    },
    brought: run,
  };
}

const running = (version: string, digest?: string, replicas = 2) => [
  scopeTarget({
    versions: [imageVersion(version, digest)],
    replicas: { desired: replicas },
  }),
];
const between = (a: PromotionColumn, b: PromotionColumn) =>
  changesBetween(a, b, () => 'github');

describe('changesBetween', () => {
  it('lists nothing older than what an environment has, and says that it is ahead', () => {
    const commit = (sha: string, createdAt: string) => ({
      run: { commit: { sha, createdAt }, createdAt },
    });
    const test = column(running('v1'), {
      brought: commit('a', '2026-11-20T10:00:00Z'),
    });
    const production = column(running('v2', undefined, 3), {
      brought: commit('b', '2026-11-20T11:00:00Z'),
    });
    expect(between(test, production)).toEqual({
      from: test.scope.name,
      to: production.scope.name,
      images: [],
      configuration: [],
      ahead: true,
    });
    expect(between(production, test)).not.toHaveProperty('ahead');
  });

  it.each([
    [
      'another version',
      running('v2'),
      running('v1'),
      [{ name: 'shop', from: 'v1', to: 'v2' }],
    ],
    ['the same', running('v1'), running('v1'), []],
    ['nothing there yet', running('v2'), [], [{ name: 'shop', to: 'v2' }]],
    ['nothing to bring', [], running('v1'), []],
    [
      'two versions at once',
      [...running('v2'), ...running('v1')],
      running('v1'),
      [{ name: 'shop', from: 'v1', to: 'v1, v2' }],
    ],
    [
      'a moved tag',
      running('latest', 'sha256:aaaaaaaaaaaa1'),
      running('latest', 'sha256:bbbbbbbbbbbb1'),
      [
        {
          name: 'shop',
          from: 'latest@bbbbbbbbbbbb',
          to: 'latest@aaaaaaaaaaaa',
        },
      ],
    ],
    [
      'a tag whose content nobody reports',
      running('latest', 'sha256:aaaaaaaaaaaa1'),
      running('latest'),
      [],
    ],
  ])('gives images: %s', (_, from, to, expected) => {
    expect(between(column(from), column(to)).images).toEqual(expected);
  });

  it('compares nothing with what nobody knows', () => {
    const unknown = [
      scopeTarget({ versions: [], versionKnowledge: 'unknown' }),
    ];
    const overridden = [scopeTarget({ versionKnowledge: 'overridden' })];
    for (const to of [unknown, overridden]) {
      expect(between(column(running('v2')), column(to)).images).toEqual([]);
    }
    const unread = column([], { unread: sentence('view.source.starting') });
    expect(between(column(running('v2')), unread).images).toEqual([]);
  });

  it('counts wanted copies, where they are counted', () => {
    expect(
      between(column(running('v1', undefined, 6)), column(running('v1')))
        .replicas,
    ).toEqual({ from: 2, to: 6 });
    expect(
      between(column(running('v1')), column(running('v1'))).replicas,
    ).toBeUndefined();
    const uncounted = column([scopeTarget({ replicas: {} })]);
    expect(between(uncounted, column(running('v1'))).replicas).toBeUndefined();
    expect(between(column(running('v1')), uncounted).replicas).toBeUndefined();
    const absent = column([]);
    absent.view.health = 'absent';
    expect(between(column(running('v1')), absent).replicas).toEqual({ to: 2 });
  });

  it('names charts and objects that runs delivered, by version or hash', () => {
    const delivered = (version: string) => ({
      run: {
        artifacts: [{ kind: 'chart' as const, name: 'shop-chart', version }],
      },
    });
    expect(
      between(
        column(running('v1'), { brought: delivered('1.2.0') }),
        column(running('v1'), { brought: delivered('1.1.0') }),
      ).configuration,
    ).toEqual([{ name: 'shop-chart', from: '1.1.0', to: '1.2.0' }]);
  });

  it('links to what came between two commits of one repository', () => {
    const from = (remote: string, sha: string) =>
      column(running('v1'), {
        deliveries: [{ pipeline: scopePipeline({ repository: { remote } }) }],
        brought: { run: { commit: { sha } } },
      });
    const here = 'https://github.com/acme/apps.git';
    const change = between(from(here, 'bbbbbbb2'), from(here, 'aaaaaaa1'));
    expect(change.commits).toEqual({
      from: { sha: 'aaaaaaa1' },
      to: { sha: 'bbbbbbb2' },
      compareUrl: 'https://github.com/acme/apps/compare/aaaaaaa1...bbbbbbb2',
    });
    expect(
      between(from(here, 'bbbbbbb2'), from(`${here}2`, 'aaaaaaa1')).commits,
    ).not.toHaveProperty('compareUrl');
    expect(
      between(from(here, 'aaaaaaa1'), from(here, 'aaaaaaa1')).commits,
    ).toBeUndefined();
    expect(between(column([]), from(here, 'aaaaaaa1')).commits).toBeUndefined();
  });
});

describe('hasSomethingToBring', () => {
  const brings = (a: PromotionColumn, b: PromotionColumn) =>
    hasSomethingToBring(between(a, b), a);
  const made = (sha: string) => ({ brought: { run: { commit: { sha } } } });

  it.each([
    ['another image', column(running('v2')), column(running('v1')), true],
    ['no other image', column(running('v1')), column(running('v1')), false],
    [
      'an image that only the next has',
      column([]),
      column(running('v1')),
      false,
    ],
    [
      'another commit and the same image',
      column(running('v1'), made('b')),
      column(running('v1'), made('a')),
      false,
    ],
    [
      'another commit where no image is known',
      column([], made('b')),
      column([], made('a')),
      true,
    ],
  ])('of %s', (_, from, to, expected) => {
    expect(brings(from, to)).toBe(expected);
  });
});
