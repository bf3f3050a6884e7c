import { expect, test } from '@playwright/test';
import { expectNothingFound, looks } from '../support/axe';
import { component, runPage, runsOf } from '../support/delivery';
import { openAs, Persona } from '../support/portal';

const CANARY = '/catalog/default/component/canary';

const pages: Array<{
  what: string;
  path: string;
  as?: Persona;
  shows?: RegExp;
}> = [
  { what: 'the home page', path: '/', as: 'olivia' },
  { what: 'the page of a service', path: CANARY },
  { what: 'the clusters of a service', path: `${CANARY}/clusters` },
  {
    what: 'the page of a service whose delivery waits',
    path: component('basket'),
    shows: /WAIT_APPROVAL/,
  },
  {
    what: 'the delivery of a service',
    path: `${component('basket')}/delivery`,
    shows: /WAIT_APPROVAL/,
  },
  {
    what: 'the delivery of a service over plain clusters',
    path: `${component('ks-sample')}/delivery`,
    shows: /shire/,
  },
  {
    what: 'the pipelines',
    path: '/multicluster/pipelines',
    shows: /app-1-cluster-3/,
  },
  {
    what: 'a service that found no workload',
    path: '/catalog/default/component/ghost',
    shows: /ghost/,
  },
  {
    what: 'a service whose match nobody confirmed',
    path: '/catalog/default/component/mailer-legacy',
    shows: /mailer/,
  },
  {
    what: 'a service that is withdrawn',
    path: '/catalog/default/component/recommender',
    shows: /recommender/,
  },
  { what: 'the page of a system', path: '/catalog/default/system/shop' },
  { what: 'the fleet', path: '/multicluster/fleet' },
  {
    what: 'the workloads',
    path: '/multicluster/workloads',
    // Placed nowhere, so that it stands above what is well.
    shows: /batch-pricing/,
  },
  {
    what: 'workloads that no filter finds',
    path: '/multicluster/workloads?filter=name:nothing-is-called-so',
    shows: /nothing-is-called-so/,
  },
  {
    what: 'the sources',
    path: '/multicluster/sources',
    shows: /Embedded Karmada/,
  },
  {
    what: 'a cluster',
    path: '/multicluster/fleet/clusters/karmada/member1',
  },
  {
    what: 'a lost cluster',
    path: '/multicluster/fleet/clusters/karmada/ap-south-1',
    shows: /ap-south-1/,
  },
  {
    what: 'a fleet that is not yours to see',
    path: '/multicluster/fleet',
    as: 'noor',
    shows: /multicluster\.fleet\.read/,
  },
];

const runs = [{ what: 'that waits for approval', of: 'basket' }];

for (const { theme, language } of looks) {
  test.describe(`axe, in ${theme} and ${language},`, () => {
    for (const { what, path, as = 'paul', shows } of pages) {
      test(`finds nothing on ${what}`, async ({ page }) => {
        await openAs(page, as, path, { theme, language });
        const main = page.locator('main, [role="main"], article').first();
        await expect(
          main.getByText(shows ?? /member1|canary|karmada/).first(),
          // The first to come waits until workloads are matched to entities.
        ).toBeVisible({ timeout: 45_000 });
        await expect(main.locator('[aria-busy="true"]')).toHaveCount(0);
        await expectNothingFound(page, 'main, [role="main"], article');
      });
    }

    for (const { what, of } of runs) {
      test(`finds nothing on the page of a run ${what}`, async ({ page }) => {
        const [run] = await runsOf(of);
        await openAs(page, 'paul', runPage(run.id), { theme, language });
        const main = page.locator('main, [role="main"], article').first();
        const stages = main.getByRole('tab');
        await expect(stages.first()).toBeVisible();
        await expect(main.getByRole('log')).toContainText(/[a-z]/);
        await expect(main.locator('[aria-busy="true"]')).toHaveCount(0);
        await expectNothingFound(page, 'main, [role="main"], article');
      });
    }
  });
}
