import { Browser, expect, Locator, Page, test } from '@playwright/test';
import { closeContexts } from './support/closeContexts';
import { expectNothingFound, looks } from './support/axe';
import { component, readAs } from './support/delivery';
import { openAs, Persona, story } from './support/portal';

const POLICY = 'PropagationPolicy/shop/tickets';

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

const lane = (page: Page) => page.locator(`article[data-lane="${POLICY}"]`);
const request = (page: Page) =>
  page
    .locator('article[data-request]')
    .filter({ hasText: 'tickets to' })
    .first();

interface Lane {
  policy: string;
  state: string;
  requestId?: string;
}

async function laneNow(): Promise<Lane | undefined> {
  const { body } = await readAs<{ items: Lane[] }>(
    'paul',
    '/lanes?entityRefs=component:default/tickets',
  );
  return body.items.find(({ policy }) => policy === POLICY);
}

async function approve(where: Locator, page: Page): Promise<void> {
  await where.getByRole('button', { name: 'Approve', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(dialog).toHaveCount(0);
}

test.describe('A held lane', () => {
  test.setTimeout(300_000);
  test.afterEach(async ({ browser }) => {
    await closeContexts(browser);
  });

  test('is armed after a look at every check, and released cluster by cluster by two people', async ({
    browser,
  }) => {
    const paul = await desk(browser, 'paul', component('tickets'));
    if ((await laneNow())?.state !== 'armed') {
      await lane(paul)
        .getByRole('button', { name: 'Arm…' })
        .click({ timeout: 90_000 });
      const dialog = paul.getByRole('dialog');
      await expect(
        dialog.getByText('Nobody else manages the field that holds.'),
      ).toBeVisible({ timeout: 30_000 });
      await dialog
        .getByRole('textbox', { name: /Reason/ })
        .fill('Two people look at each version');
      await dialog.getByRole('button', { name: 'Arm', exact: true }).click();
      await expect(dialog).toHaveCount(0, { timeout: 30_000 });
    }
    await expect(lane(paul)).toHaveAttribute('data-state', 'armed', {
      timeout: 30_000,
    });

    await story('lane-change');
    const noor = await desk(browser, 'noor', component('tickets'));
    await expect(request(noor)).toBeVisible({ timeout: 60_000 });
    await expect(request(noor).getByText('enforced')).toBeVisible();
    await approve(request(noor), noor);
    const { requestId } = (await laneNow()) ?? {};
    expect(requestId).toBeDefined();

    await paul.goto(
      new URL(`/multicluster/approvals/${requestId}`, paul.url()).href,
    );
    await paul.getByText('Compare with what there is now').click();
    await expect(
      paul
        .getByRole('region', { name: /What would change/ })
        .getByText(/image: .*tickets/),
    ).not.toHaveCount(0, { timeout: 30_000 });
    await approve(paul.locator('main'), paul);
    const steps = paul.locator('[data-step]');
    await expect(steps).toHaveCount(3, { timeout: 30_000 });
    for (const step of ['cluster/member1', 'cluster/member2', 'hold']) {
      await expect(paul.locator(`[data-step="${step}"]`)).toHaveAttribute(
        'data-state',
        'observed',
        { timeout: 90_000 },
      );
    }
    await expect.poll(async () => (await laneNow())?.state).toBe('armed');
    await expect
      .poll(async () => (await laneNow())?.requestId, { timeout: 30_000 })
      .toBeUndefined();
  });

  for (const { theme, language } of looks) {
    test(`has nothing that axe finds, in ${theme} and ${language}`, async ({
      browser,
    }) => {
      const page = await desk(browser, 'paul', '/multicluster/lanes', {
        theme,
        language,
      });
      await expect(page.locator('article[data-lane]').first()).toBeVisible({
        timeout: 60_000,
      });
      await expectNothingFound(page, 'main');
    });
  }
});
