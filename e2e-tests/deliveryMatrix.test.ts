import { expect, test } from '@playwright/test';
import { component } from './support/delivery';
import { openAs, story } from './support/portal';

test.describe('The matrix of environments', () => {
  test.setTimeout(150_000);
  test.afterEach(() => story('shire-back'));

  test('compares test with production by image ids under the same tag, also while production cannot be reached and reads last known', async ({
    page,
  }) => {
    await openAs(page, 'olivia', `${component('ks-sample')}/delivery`);
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

    await expect(
      production.getByText('Last known: healthy').first(),
    ).toBeVisible({ timeout: 60_000 });
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
  });
});
