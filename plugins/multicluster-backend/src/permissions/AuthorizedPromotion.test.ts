import { mockCredentials } from '@backstage/backend-test-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  multiclusterDetailReadPermission,
  multiclusterRunReadPermission,
  multiclusterTopologyReadPermission,
} from '@fairway/backstage-plugin-multicluster-common';
import { component } from '../__testUtils__/shopWorld';
import { AuthorizedPromotionCommitsService } from './AuthorizedPromotionCommitsService';
import { AuthorizedPromotionDiffService } from './AuthorizedPromotionDiffService';
import { AuthorizedPromotionService } from './AuthorizedPromotionService';
import { EntityAccess } from './EntityAccess';

const shop = component('shop', {});
const entityRef = stringifyEntityRef(shop);
const asking = { credentials: mockCredentials.user() };
const run = multiclusterRunReadPermission.name;
const topology = multiclusterTopologyReadPermission.name;
const detail = multiclusterDetailReadPermission.name;

function services(granted: string[]) {
  const access = {
    visible: async () => shop,
    allowed: async (permission: { name: string }) =>
      granted.includes(permission.name),
    filterVisible: async (refs: string[]) => refs,
  } as unknown as EntityAccess;
  const promotion = {
    read: jest.fn(async () => ({ match: { state: 'none', suggestions: [] } })),
  };
  const diff = { diff: jest.fn(async () => ({ workloads: [] })) };
  const commits = { commits: jest.fn(async () => ({ commits: [] })) };
  return {
    promotion,
    diff,
    commits,
    askCommits: () =>
      AuthorizedPromotionCommitsService.create({
        access,
        reader: commits as never,
      }).commits({ entityRef, from: 'test', to: 'production' }, asking),
    askPromotion: () =>
      AuthorizedPromotionService.create({
        access,
        reader: promotion as never,
      }).entityPromotion(entityRef, asking),
    askDiff: () =>
      AuthorizedPromotionDiffService.create({
        access,
        reader: diff as never,
      }).diff({ entityRef, from: 'test', to: 'production' }, asking),
  };
}

describe('AuthorizedPromotionService', () => {
  it.each`
    granted            | show
    ${[run, topology]} | ${'all'}
    ${[run]}           | ${'runs'}
  `('shows $show to who has $granted', async ({ granted, show }) => {
    const { askPromotion, promotion } = services(granted);
    await askPromotion();
    expect(promotion.read).toHaveBeenCalledWith(shop, show);
  });

  it('shows nothing to who may not see runs', async () => {
    const { askPromotion, promotion } = services([topology]);
    await expect(askPromotion()).rejects.toMatchObject({ code: 'runs-denied' });
    expect(promotion.read).not.toHaveBeenCalled();
  });
});

describe('what is compared in detail', () => {
  it('is for who may see runs, topology and details', async () => {
    const { askDiff, askCommits, diff, commits } = services([
      run,
      topology,
      detail,
    ]);
    await askDiff();
    await askCommits();
    expect(diff.diff).toHaveBeenCalledTimes(1);
    expect(commits.commits).toHaveBeenCalledWith(shop, {
      from: 'test',
      to: 'production',
    });
  });

  it.each`
    granted               | code
    ${[topology, detail]} | ${'runs-denied'}
    ${[run, detail]}      | ${'detail-denied'}
    ${[run, topology]}    | ${'detail-denied'}
  `('reads nothing for who has only $granted', async ({ granted, code }) => {
    const { askDiff, askCommits, diff, commits } = services(granted);
    await expect(askDiff()).rejects.toMatchObject({ code });
    await expect(askCommits()).rejects.toMatchObject({ code });
    expect(diff.diff).not.toHaveBeenCalled();
    expect(commits.commits).not.toHaveBeenCalled();
  });
});
