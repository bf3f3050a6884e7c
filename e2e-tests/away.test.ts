import { BrowserContext, expect, test } from '@playwright/test';
import { closeContexts } from './support/closeContexts';
import { card, component } from './support/delivery';
import { openAs, Persona, story } from './support/portal';

async function open(context: BrowserContext, persona: Persona, path: string) {
  const page = await context.newPage();
  await openAs(page, persona, path);
  return page;
}

async function seeLostCluster(context: BrowserContext) {
  const page = await open(context, 'paul', component('canary'));
  await expect(page.getByText('Healthy', { exact: true })).toHaveCount(2, {
    timeout: 30_000,
  });

  await story('lose-cluster');

  await expect(page.getByText('Last known: healthy').first()).toBeVisible({
    timeout: 90_000,
  });
  await expect(page.getByText('1 last known', { exact: true })).toBeVisible();

  const member1 = '/multicluster/fleet/clusters/karmada/member1';
  const fleet = await open(context, 'paul', member1);
  await expect(fleet.getByText('What did we lose?')).toBeVisible();
  await expect(fleet.getByText('canary').first()).toBeVisible();

  await story('recover-cluster');
  await expect(page.getByText('Last known: healthy')).toHaveCount(0, {
    timeout: 90_000,
  });
}

async function seePipedOffline(context: BrowserContext) {
  const page = await open(context, 'noor', component('basket'));
  const delivery = card(page, 'Delivery');
  await expect(delivery.getByText('Waiting').first()).toBeVisible({
    timeout: 45_000,
  });
  const pipelines = '/multicluster/pipelines?filter=name:basket';
  const list = await open(context, 'paul', pipelines);
  const row = list.getByRole('row', { name: /basket/ });
  await expect(row).toContainText('online');

  await story('piped-offline');

  const away = /piped-v0.* is offline/;
  await expect(row).toContainText('offline', { timeout: 45_000 });
  await expect(row).toContainText('Last known: ');
  await expect(delivery.getByText(away).first()).toBeVisible();
  // Whoever approves now is not heard.
  await expect(
    delivery.getByRole('link', { name: 'Open in PipeCD' }),
  ).toHaveCount(0);

  await story('piped-back');

  await expect(row).toContainText('online', { timeout: 45_000 });
  await expect(row).not.toContainText('Last known');
  await expect(delivery.getByText(away)).toHaveCount(0);
  await expect(
    delivery.getByRole('link', { name: 'Open in PipeCD' }),
  ).toBeVisible();
}

async function seeShireUnreachable(context: BrowserContext) {
  const matrix = `${component('ks-sample')}/delivery`;
  const page = await open(context, 'olivia', matrix);
  const table = page.getByRole('table');
  const production = table.locator('td[data-environment="production"]');
  const change = /latest@\w{12} → latest@\w{12}/;
  await expect(production.getByText('Healthy').first()).toBeVisible({
    timeout: 45_000,
  });
  await expect(table.getByText('tag, not pinned')).toHaveCount(3);
  await expect(table.getByText(change)).toBeVisible({ timeout: 45_000 });
  const compared = await table.getByText(change).innerText();

  await story('shire-unreachable');

  await expect(production.getByText('Last known: healthy').first()).toBeVisible(
    { timeout: 60_000 },
  );
  await expect(
    production.getByText('1 of 1 read · 1 last known'),
  ).toBeVisible();
  await expect(production.getByText('latest').first()).toBeVisible();
  await expect(table.getByText(change)).toHaveText(compared);
  const tested = table.locator('td[data-environment="test"]');
  await expect(tested.getByText('Healthy').first()).toBeVisible();
  await expect(page.getByText('1 last known', { exact: true })).toBeVisible();

  await story('shire-back');

  await expect(production.getByText('Last known: healthy')).toHaveCount(0, {
    timeout: 60_000,
  });
  await expect(
    production.getByText('1 of 1 read', { exact: true }),
  ).toBeVisible();
}

test.describe('While a cluster, a plain cluster and whoever runs pipelines are away at once', () => {
  test.setTimeout(240_000);
  test.afterEach(async ({ browser }) => {
    await closeContexts(browser);
    for (const back of ['recover-cluster', 'piped-back', 'shire-back']) {
      await story(back);
    }
  });

  test('each page says of what it shows that it is last known, and is itself again when they are back', async ({
    browser,
  }) => {
    // Each with a storage of its own: who looks is kept there.
    const [cluster, piped, shire] = await Promise.all(
      [1, 2, 3].map(() => browser.newContext()),
    );
    await Promise.all([
      test.step('a lost cluster is shown as last known on the service, and with what it means on the fleet', () =>
        seeLostCluster(cluster)),
      test.step('a piped goes offline, which card and list of pipelines say, and comes back', () =>
        seePipedOffline(piped)),
      test.step('test is compared with production by image ids under the same tag, also while production cannot be reached and reads last known', () =>
        seeShireUnreachable(shire)),
    ]);
  });
});
