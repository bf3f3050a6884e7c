import { expect, test } from '@playwright/test';
import { card, component } from './support/delivery';
import { openAs, story } from './support/portal';

test.describe('Whoever runs a pipeline', () => {
  test.setTimeout(120_000);
  test.afterEach(() => story('piped-back'));

  test('goes offline, which card and list of pipelines say, and comes back', async ({
    page,
    context,
  }) => {
    await openAs(page, 'noor', component('basket'));
    const delivery = card(page, 'Delivery');
    await expect(delivery.getByText('Waiting').first()).toBeVisible({
      timeout: 45_000,
    });
    const list = await context.newPage();
    await openAs(list, 'paul', '/multicluster/pipelines?filter=name:basket');
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
  });
});
