import { expect, test } from '@playwright/test';
import {
  card,
  component,
  stage,
  untilRunsAreOver,
  withoutReload,
} from './support/delivery';
import { openAs, story } from './support/portal';

test.describe('A run', () => {
  test.setTimeout(120_000);

  test('starts on the open card, and its stages advance and its logs grow on its page, without a reload', async ({
    page,
  }) => {
    await openAs(page, 'olivia', component('canary-mended'));
    const delivery = card(page, 'Delivery');
    await expect(delivery.getByText('Succeeded').first()).toBeVisible({
      timeout: 45_000,
    });
    const notReloaded = await withoutReload(page);

    await story('canary-mended-run');

    await expect(delivery.getByText('Running').first()).toBeVisible();
    await delivery.getByRole('link', { name: 'canary-mended' }).click();
    await expect(page).toHaveURL(/multicluster\/runs\//);
    await stage(page, 'WAIT').click();
    await expect(
      page.getByText('There is no log of this stage.'),
    ).toBeVisible();
    await expect(stage(page, 'WAIT')).toHaveAttribute('data-status', 'pending');

    await expect(stage(page, 'WAIT')).toHaveAttribute(
      'data-status',
      'running',
      { timeout: 30_000 },
    );
    await expect(stage(page, 'K8S_CANARY_ROLLOUT')).toHaveAttribute(
      'data-status',
      'succeeded',
    );
    const log = page.getByRole('log');
    await expect(log).toContainText('Waiting for 10s...');
    await expect(log).not.toContainText('Waited for 10s');
    await expect(log).toContainText('Waited for 10s');
    await expect(stage(page, 'WAIT')).toHaveAttribute(
      'data-status',
      'succeeded',
    );
    await expect(stage(page, 'K8S_CANARY_CLEAN')).toHaveAttribute(
      'data-status',
      'succeeded',
      { timeout: 30_000 },
    );
    await expect(
      page.getByText('Succeeded', { exact: true }).first(),
    ).toBeVisible();
    await notReloaded();
  });

  test('is seen while it rolls back, and then as rolled back', async ({
    page,
  }) => {
    await openAs(page, 'noor', component('invoices'));
    const delivery = card(page, 'Delivery');
    await expect(delivery.getByText('Rolled back').first()).toBeVisible({
      timeout: 45_000,
    });
    const notReloaded = await withoutReload(page);

    await story('run-rolls-back');

    await expect(delivery.getByText('Running').first()).toBeVisible();
    await expect(delivery.getByText('Rolled back')).toHaveCount(0);
    await expect(delivery.getByText('Rolling back').first()).toBeVisible({
      timeout: 60_000,
    });
    await expect(delivery.getByText('Rolled back').first()).toBeVisible({
      timeout: 30_000,
    });
    await expect(delivery.getByText('Rolling back')).toHaveCount(0);
    await notReloaded();
  });
});

test.describe('A canary that no policy selects', () => {
  test.setTimeout(120_000);
  test.afterEach(async () => {
    await untilRunsAreOver('canary');
    await story('canary-rollback');
  });

  test('is called out on card and run as applied to the control plane and placed nowhere, while it lives', async ({
    page,
    context,
  }) => {
    const said = /canary-canary: applied to the control plane, placed nowhere/;
    await openAs(page, 'olivia', component('canary'));
    const delivery = card(page, 'Delivery');
    await expect(delivery.getByRole('link', { name: 'canary' })).toBeVisible({
      timeout: 45_000,
    });
    await expect(page.getByText(said)).toHaveCount(0);

    await story('canary-run');

    await expect(delivery.getByText(said).first()).toBeVisible({
      timeout: 30_000,
    });
    const run = await context.newPage();
    const link = delivery.getByRole('link', { name: 'canary', exact: true });
    await openAs(run, 'olivia', (await link.getAttribute('href'))!);
    await expect(run.getByText(said).first()).toBeVisible();

    await expect(run.getByText(said)).toHaveCount(0, { timeout: 45_000 });
    await expect(delivery.getByText(said)).toHaveCount(0);
  });
});
