import { expect, test } from '@playwright/test';
import { openAs, story } from './support/portal';

test.describe('A lost cluster', () => {
  test.setTimeout(180_000);
  test.afterEach(() => story('recover-cluster'));

  test('is shown as last known on the service, and with what it means on the fleet', async ({
    page,
    context,
  }) => {
    await openAs(page, 'paul', '/catalog/default/component/canary');
    await expect(page.getByText('Healthy', { exact: true })).toHaveCount(2, {
      timeout: 30_000,
    });

    await story('lose-cluster');

    await expect(page.getByText('Last known: healthy').first()).toBeVisible({
      timeout: 90_000,
    });
    await expect(page.getByText('1 last known', { exact: true })).toBeVisible();

    const fleet = await context.newPage();
    await openAs(fleet, 'paul', '/multicluster/fleet/clusters/karmada/member1');
    await expect(fleet.getByText('What did we lose?')).toBeVisible();
    await expect(fleet.getByText('canary').first()).toBeVisible();

    await story('recover-cluster');
    await expect(page.getByText('Last known: healthy')).toHaveCount(0, {
      timeout: 90_000,
    });
  });
});
