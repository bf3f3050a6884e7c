import { Browser, expect, Locator, Page, test } from '@playwright/test';
import { closeContexts } from './support/closeContexts';
import { expectNothingFound, looks } from './support/axe';
import {
  card,
  component,
  readAs,
  runsOf,
  untilRunsAreOver,
  withoutReload,
} from './support/delivery';
import { liftStops } from './support/liftStops';
import { openAs, Persona, story } from './support/portal';

/** A person at a desk of their own. */
async function desk(
  browser: Browser,
  persona: Persona,
  path: string,
  options: Parameters<typeof openAs>[3] = {},
): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await openAs(page, persona, path, options);
  return page;
}

/** The request about a service that is open on a page. */
function request(page: Page, service: string): Locator {
  return page
    .locator('article[data-request]')
    .filter({ hasText: `${service} v` })
    .first();
}

async function approve(page: Page, service: string, comment?: string) {
  await request(page, service)
    .getByRole('button', { name: 'Approve', exact: true })
    .click();
  const dialog = page.getByRole('dialog');
  if (comment) {
    await dialog.getByLabel('Comment').fill(comment);
  }
  await dialog.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

async function reject(page: Page, service: string, comment: string) {
  await request(page, service).getByRole('button', { name: 'Reject…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Comment').fill(comment);
  await dialog.getByRole('button', { name: 'Reject', exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

async function latest(service: string): Promise<string> {
  return (await runsOf(service))[0].status;
}

const INBOX = '/multicluster/approvals';

test.describe('A run that asks the portal', () => {
  test.setTimeout(240_000);
  test.beforeEach(async () => {
    const [newest] = await runsOf('payouts');
    if (newest.status === 'running' || newest.status === 'waiting') {
      await story('payouts-cancelled');
    }
    await untilRunsAreOver('payouts');
    await story('payouts-run');
  });
  test.afterEach(async ({ browser }) => {
    // A stop that a failed test left would hold whatever the next one decides.
    await liftStops();
    await closeContexts(browser);
  });

  test('waits for two people, refuses who wrote the change, and completes; what runs follows', async ({
    browser,
  }) => {
    const rosa = await desk(browser, 'rosa', component('payouts'));
    await expect(request(rosa, 'payouts')).toBeVisible({ timeout: 90_000 });
    const notReloaded = await withoutReload(rosa);
    await expect(
      request(rosa, 'payouts').getByText('cooperative'),
    ).toBeVisible();

    const olivia = await desk(browser, 'olivia', component('payouts'));
    const refused = request(olivia, 'payouts');
    await expect(refused.locator('[data-refusal="IS_AUTHOR"]')).toContainText(
      'You wrote the change',
    );
    await expect(refused.getByRole('button', { name: 'Approve' })).toHaveCount(
      0,
    );

    const paul = await desk(browser, 'paul', INBOX);
    await approve(paul, 'payouts', 'looks right');
    await expect(
      request(rosa, 'payouts').getByText('paul approved'),
    ).toBeVisible({ timeout: 20_000 });
    expect(await latest('payouts')).not.toBe('succeeded');

    await approve(rosa, 'payouts');
    await expect(
      request(rosa, 'payouts').getByRole('button', { name: /^Take it back/ }),
    ).toBeVisible();
    await expect
      .poll(() => latest('payouts'), { timeout: 90_000 })
      .toBe('succeeded');
    await notReloaded();
    await expect(
      card(rosa, 'Where it runs').getByText('v1.1.0').first(),
    ).toBeVisible({ timeout: 30_000 });
    await paul.goto(paul.url());
    await expect(
      paul.locator('li[data-state="applied"]').filter({ hasText: 'payouts' }),
    ).toBeVisible({ timeout: 30_000 });
  });

  test('is taken back before it was sent, held while the line is stopped, and goes on when the stop is lifted', async ({
    browser,
  }) => {
    const paul = await desk(browser, 'paul', INBOX);
    await expect(request(paul, 'payouts')).toBeVisible({ timeout: 90_000 });
    await approve(paul, 'payouts');
    const rosa = await desk(browser, 'rosa', INBOX);
    await approve(rosa, 'payouts');
    await request(rosa, 'payouts')
      .getByRole('button', { name: /^Take it back/ })
      .click();
    await expect(
      rosa.locator('[data-state="pending"]').filter({ hasText: 'payouts' }),
    ).toBeVisible();
    expect(await latest('payouts')).not.toBe('succeeded');

    await paul.getByRole('button', { name: 'Stop the line…' }).click();
    await paul.getByRole('dialog').getByLabel('Reason').fill('incident 42');
    await paul
      .getByRole('dialog')
      .getByRole('button', { name: 'Stop' })
      .click();
    // The page names it, and so does each request that it holds.
    await expect(
      paul.getByText(/The line is stopped by .*incident 42/).first(),
    ).toBeVisible();
    await approve(rosa, 'payouts');
    await rosa.waitForTimeout(14_000);
    expect(await latest('payouts')).not.toBe('succeeded');

    await paul.getByRole('button', { name: 'Lift the stop…' }).click();
    await paul.getByRole('dialog').getByLabel('Reason').fill('over');
    await paul
      .getByRole('dialog')
      .getByRole('button', { name: 'Lift' })
      .click();
    await expect
      .poll(() => latest('payouts'), { timeout: 90_000 })
      .toBe('succeeded');
  });

  test('tells a tab that is out of date what was decided meanwhile', async ({
    browser,
  }) => {
    const rosa = await desk(browser, 'rosa', INBOX);
    await expect(request(rosa, 'payouts')).toBeVisible({ timeout: 90_000 });
    // This tab hears nothing more: not of what is decided now, either.
    await rosa.route('**/api/multicluster/v1/approvals?*', route =>
      route.abort(),
    );
    const paul = await desk(browser, 'paul', INBOX);
    await reject(paul, 'payouts', 'not today');
    await request(rosa, 'payouts')
      .getByRole('button', { name: 'Approve', exact: true })
      .click();
    const dialog = rosa.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Approve', exact: true }).click();
    await expect(dialog.getByText(/It is decided already/)).toBeVisible();
    await expect
      .poll(() => latest('payouts'), { timeout: 120_000 })
      .toBe('failed');
  });

  test('is refused by one person, who says why', async ({ browser }) => {
    const paul = await desk(browser, 'paul', INBOX);
    await expect(request(paul, 'payouts')).toBeVisible({ timeout: 90_000 });
    await reject(paul, 'payouts', 'not before the audit');
    await expect
      .poll(() => latest('payouts'), { timeout: 120_000 })
      .toBe('failed');
  });
});

test.describe('What is decided in the tool', () => {
  test.setTimeout(180_000);

  test('closes here as decided elsewhere, by whom', async ({ page }) => {
    await untilRunsAreOver('wait-approval');
    await story('run-starts');
    await openAs(page, 'paul', INBOX);
    const open = page
      .locator('[data-request]:not([data-state="external"])')
      .filter({ hasText: 'wait-approval' });
    await expect(open).toBeVisible({ timeout: 90_000 });
    await story('gate-approved');
    await expect(
      page
        .locator('li[data-state="external"]')
        .filter({ hasText: 'wait-approval' })
        .first(),
    ).toContainText('Decided in the tool by olivia', { timeout: 30_000 });
    await untilRunsAreOver('wait-approval');
  });
});

test.describe('The pages about approvals', () => {
  test('can be used by everybody, in both themes and languages', async ({
    page,
  }) => {
    const { body } = await readAs<{
      items: Array<{ request: { id: string } }>;
    }>('paul', '/approvals?scope=all&limit=1');
    const paths = [
      INBOX,
      `${INBOX}/${body.items[0].request.id}`,
      '/multicluster/lanes',
      '/multicluster/audit',
    ];
    for (const look of looks) {
      for (const path of paths) {
        await openAs(page, 'paul', path, look);
        await expect(
          page.getByRole('heading', { level: 2 }).first(),
        ).toBeVisible();
        await expectNothingFound(page, 'main, [role="main"], article');
      }
    }
  });
});
