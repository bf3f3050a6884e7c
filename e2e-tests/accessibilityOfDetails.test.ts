import { expect, test } from '@playwright/test';
import { expectNothingFound, looks } from './support/axe';
import { component } from './support/delivery';
import { openAs } from './support/portal';

for (const { theme, language } of looks) {
  test.describe(`axe, in ${theme} and ${language},`, () => {
    test('finds nothing in the details of a workload', async ({ page }) => {
      await openAs(page, 'olivia', `${component('canary')}/clusters`, {
        theme,
        language,
      });
      await page.getByRole('treegrid').getByText('member1').click();
      const drawer = page.getByRole('dialog');
      for (const index of [0, 1, 2, 3, 4]) {
        await drawer.getByRole('tab').nth(index).click();
        await expect(drawer.getByRole('progressbar')).toHaveCount(0);
        // Colours of what fades in are not those that stay.
        await page.waitForTimeout(400);
        await expectNothingFound(page, '[role="dialog"]');
      }
    });
  });
}
