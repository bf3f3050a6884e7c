import { expect, test } from '@playwright/test';
import { card } from './support/delivery';
import { openAs, story } from './support/portal';

test.describe('A rollout', () => {
  test.afterEach(() => story('canary-rollback'));

  test('shows on the open page of the service, cluster by cluster, without a reload', async ({
    page,
  }) => {
    await story('canary-rollback');
    await openAs(page, 'olivia', '/catalog/default/component/canary');
    const where = card(page, 'Where it runs');
    await expect(where.getByText('v0.32.0').first()).toBeVisible();
    await expect(where.getByText('v0.33.0')).toHaveCount(0);
    await page.evaluate(() => {
      document.body.dataset.notReloaded = 'true';
    });

    await story('canary-rollout');

    await expect(where.getByText('Rolling out').first()).toBeVisible();
    await expect(where.getByText('v0.33.0')).toHaveCount(2, {
      timeout: 45_000,
    });
    await expect(where.getByText('Healthy', { exact: true })).toHaveCount(2, {
      timeout: 45_000,
    });
    await expect(page.locator('body')).toHaveAttribute(
      'data-not-reloaded',
      'true',
    );
  });
});
