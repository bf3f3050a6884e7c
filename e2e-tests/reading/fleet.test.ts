import { expect, test } from '@playwright/test';
import { openAs } from '../support/portal';

test.describe('The fleet', () => {
  test('is filtered by a text that stays in the address', async ({ page }) => {
    await openAs(page, 'paul', '/multicluster/workloads');
    // Worst first: which rows are drawn depends on what else is wrong, that there are some does not.
    await expect(
      page.getByRole('row', { name: /Deployment/ }).first(),
    ).toBeVisible();
    const filter = page
      .getByRole('combobox')
      .or(page.getByRole('textbox'))
      .first();
    await filter.fill('kind:Service');
    await filter.press('Enter');
    await expect(page).toHaveURL(/filter=kind(%3A|:)Service/);
    await expect(page.getByRole('row', { name: /Deployment/ })).toHaveCount(0);
    await page.reload();
    await expect(filter).toHaveValue(/kind:Service/);
  });

  test('leads from a region to a cluster by keyboard alone', async ({
    page,
  }) => {
    await openAs(page, 'paul', '/multicluster/fleet');
    const tile = page.getByRole('link', { name: /member1/ }).first();
    await expect(tile).toBeVisible();
    await tile.focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/multicluster\/fleet\/.*karmada\/member1/);
  });
});
