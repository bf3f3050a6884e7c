import AxeBuilder from '@axe-core/playwright';
import { expect, Page, test } from '@playwright/test';
import { component, runPage, runsOf } from './support/delivery';
import { openAs, Persona } from './support/portal';

/** Each theme and each language once: colours do not depend on the language, nor names on the theme. */
const looks = [
  { theme: 'light', language: 'en' },
  { theme: 'dark', language: 'zh' },
] as const;

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
  { what: 'the workloads', path: '/multicluster/workloads' },
  {
    what: 'workloads that no filter finds',
    path: '/multicluster/workloads?filter=name:nothing-is-called-so',
    shows: /nothing-is-called-so/,
  },
  { what: 'the sources', path: '/multicluster/sources' },
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

async function expectNothingFound(page: Page, what: string) {
  const { violations } = await new AxeBuilder({ page })
    // Ours; the frame around it is the portal's.
    .include(what)
    // The title of Backstage's home page, which that leaves empty.
    .exclude('[data-testid="header-title"]:empty')
    .analyze();
  expect(
    violations.map(v => `${v.id}: ${v.nodes[0]?.target} ${v.nodes[0]?.html}`),
  ).toEqual([]);
}

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

    test('finds nothing in the details of a workload', async ({ page }) => {
      await openAs(page, 'olivia', `${CANARY}/clusters`, { theme, language });
      await page.getByRole('treegrid').getByText('member1').click();
      const drawer = page.getByRole('dialog');
      for (const index of [0, 1, 2, 3, 4]) {
        await drawer.getByRole('tab').nth(index).click();
        await expect(drawer.getByRole('progressbar')).toHaveCount(0);
        // Colours of what fades in are not those that stay.
        await page.waitForTimeout(400);
        await expectNothingFound(page, '[role="dialog"]');
      }
    });
  });
}
