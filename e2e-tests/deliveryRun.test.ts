import { Browser, expect, test } from '@playwright/test';
import { closeContexts } from './support/closeContexts';
import {
  card,
  component,
  stage,
  untilRunsAreOver,
  withoutReload,
} from './support/delivery';
import { openAs, Persona, story } from './support/portal';

async function openCard(browser: Browser, persona: Persona, name: string) {
  const page = await (await browser.newContext()).newPage();
  await openAs(page, persona, component(name));
  const delivery = card(page, 'Delivery');
  await expect(delivery.getByRole('link', { name, exact: true })).toBeVisible({
    timeout: 45_000,
  });
  return { page, delivery, notReloaded: await withoutReload(page) };
}

async function seeStagesAdvance(browser: Browser) {
  const { page, delivery, notReloaded } = await openCard(
    browser,
    'olivia',
    'canary-mended',
  );
  await story('canary-mended-run');

  await expect(delivery.getByText('Running').first()).toBeVisible({
    timeout: 30_000,
  });
  await delivery.getByRole('link', { name: 'canary-mended' }).click();
  await expect(page).toHaveURL(/multicluster\/runs\//);
  await stage(page, 'WAIT').click();
  await expect(page.getByText('There is no log of this stage.')).toBeVisible();
  await expect(stage(page, 'WAIT')).toHaveAttribute('data-status', 'pending');

  await expect(stage(page, 'WAIT')).toHaveAttribute('data-status', 'running', {
    timeout: 30_000,
  });
  await expect(stage(page, 'K8S_CANARY_ROLLOUT')).toHaveAttribute(
    'data-status',
    'succeeded',
  );
  const log = page.getByRole('log');
  await expect(log).toContainText('Waiting for 10s...');
  await expect(log).not.toContainText('Waited for 10s');
  await expect(log).toContainText('Waited for 10s');
  await expect(stage(page, 'WAIT')).toHaveAttribute('data-status', 'succeeded');
  await expect(stage(page, 'K8S_CANARY_CLEAN')).toHaveAttribute(
    'data-status',
    'succeeded',
    { timeout: 30_000 },
  );
  await expect(
    page.getByText('Succeeded', { exact: true }).first(),
  ).toBeVisible();
  await notReloaded();
}

async function seeRollback(browser: Browser) {
  const { delivery, notReloaded } = await openCard(browser, 'noor', 'invoices');
  await expect(delivery.getByText('Rolled back').first()).toBeVisible();
  await story('run-rolls-back');

  await expect(delivery.getByText('Running').first()).toBeVisible({
    timeout: 30_000,
  });
  await expect(delivery.getByText('Rolled back')).toHaveCount(0);
  await expect(delivery.getByText('Rolling back').first()).toBeVisible({
    timeout: 60_000,
  });
  await expect(delivery.getByText('Rolled back').first()).toBeVisible({
    timeout: 30_000,
  });
  await expect(delivery.getByText('Rolling back')).toHaveCount(0);
  await notReloaded();
}

async function seeCanaryPlacedNowhere(browser: Browser) {
  const said = /canary-canary: applied to the control plane, placed nowhere/;
  const { page, delivery } = await openCard(browser, 'olivia', 'canary');
  await expect(page.getByText(said)).toHaveCount(0);
  await story('canary-run');

  await expect(delivery.getByText(said)).toHaveCount(1, { timeout: 30_000 });
  const run = await page.context().newPage();
  const link = delivery.getByRole('link', { name: 'canary', exact: true });
  await openAs(run, 'olivia', (await link.getAttribute('href'))!);
  await expect(run.getByText(said).first()).toBeVisible();

  await expect(run.getByText(said)).toHaveCount(0, { timeout: 45_000 });
  await expect(delivery.getByText(said)).toHaveCount(0);
}

test.describe('While three services deliver at once', () => {
  test.setTimeout(150_000);
  test.afterEach(async ({ browser }) => {
    await closeContexts(browser);
    await untilRunsAreOver('canary');
    await story('canary-rollback');
  });

  test('open pages show how stages advance and logs grow, how a run rolls back, and that a canary is placed nowhere', async ({
    browser,
  }) => {
    await Promise.all([
      test.step('a run starts, its stages advance and its logs grow, without a reload', () =>
        seeStagesAdvance(browser)),
      test.step('a run is seen while it rolls back, and then as rolled back', () =>
        seeRollback(browser)),
      test.step('canary-canary is called out on card and run as applied and placed nowhere, while it lives', () =>
        seeCanaryPlacedNowhere(browser)),
    ]);
  });
});
