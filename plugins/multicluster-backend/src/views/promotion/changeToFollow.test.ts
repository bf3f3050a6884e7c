import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import {
  promotionScope,
  RUN_TIME,
  scopeRun,
  scopeTarget,
} from '../../__testUtils__/promotionScope';
import { changeToFollow } from './changeToFollow';
import { PromotionColumn } from './PromotionColumn';
import { ScopeRun } from './PromotionScope';

const SEEN = new Date(RUN_TIME + 1000).toISOString();
const version = {
  name: 'shop',
  version: 'v1',
  unpinned: false,
  digests: [],
  knowledge: 'known' as const,
  clusters: ['a'],
};

function column(
  runs: ScopeRun[],
  brought?: ScopeRun,
  view: Partial<PromotionColumn['view']> = {},
): PromotionColumn {
  return {
    scope: promotionScope({ runs, targets: [scopeTarget()] }),
    ...(brought && { brought }),
    view: {
      name: 'x',
      versions: [version],
      since: SEEN,
      health: 'healthy',
      sentence: { ...sentence('view.unplaced'), tone: 'info' },
      coverage: { seen: 1, total: 1, stale: 0, problems: [] },
      clusters: [],
      ...view,
    },
  };
}

const run = scopeRun();
const other = scopeRun({ rowId: 2, run: { commit: { sha: 'bbbbbbb2' } } });
const going = scopeRun({
  rowId: 3,
  active: true,
  run: { status: 'running', finishedAt: undefined, commit: { sha: 'c' } },
});

describe('changeToFollow', () => {
  it('is what the last environment runs, over the runs of its commit everywhere', () => {
    const again = { ...run, rowId: 9 };
    const followed = changeToFollow([
      column([other, again]),
      column([run, again], run),
    ]);
    expect(followed?.runs.map(({ rowId }) => rowId)).toEqual([9, 1]);
    expect(followed?.arrivedAt).toBe(RUN_TIME + 1000);
  });

  it('is the newest on its way where nobody knows what the last one runs', () => {
    const followed = changeToFollow([column([going, other]), column([other])]);
    expect(followed).toEqual({
      runs: [going],
      open: sentence('promotion.lead.underWay'),
    });
  });

  it.each([
    ['no run is known', [column([]), column([])]],
    ['runs are over and brought nothing that is known', [column([other])]],
    [
      'the run has no commit',
      [column([], scopeRun({ run: { commit: undefined } }))],
    ],
    ['there is no environment', []],
  ])('is none where %s', (_, columns) => {
    expect(changeToFollow(columns)).toBeUndefined();
  });

  it.each<[string, Partial<PromotionColumn['view']>, string]>([
    ['nobody saw the change', { sinceAtLeast: true }, 'unseen'],
    [
      'clusters run two versions',
      { versions: [version, { ...version, version: 'v2' }] },
      'mixed',
    ],
    [
      'a version is not known',
      { versions: [{ ...version, knowledge: 'unknown' }] },
      'mixed',
    ],
    [
      'clusters changed before there was the run',
      { since: new Date(RUN_TIME - 1).toISOString() },
      'unseen',
    ],
  ])('has not arrived where %s, and says so', (_, view, open) => {
    const followed = changeToFollow([column([run], run, view)]);
    expect(followed?.runs).toHaveLength(1);
    expect(followed).not.toHaveProperty('arrivedAt');
    expect(followed?.open?.code).toBe(`promotion.lead.${open}`);
  });

  it('ends where the service does, whatever comes after that for others', () => {
    const absent = column([], undefined, { health: 'absent', versions: [] });
    const followed = changeToFollow([column([run], run), absent]);
    expect(followed?.arrivedAt).toBe(RUN_TIME + 1000);
  });

  it('has not arrived where only the tool says so', () => {
    const alone = column([run], run);
    alone.scope.targets = [];
    const followed = changeToFollow([alone]);
    expect(followed).not.toHaveProperty('arrivedAt');
    expect(followed?.open?.code).toBe('promotion.lead.noCluster');
  });
});
