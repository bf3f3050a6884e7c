import { expect, test } from '@playwright/test';
import { openAs } from './support/portal';

test('The language is switched in the settings and the card follows', async ({
  page,
}) => {
  await openAs(page, 'olivia', '/settings');
  await page
    .getByRole('button', { name: /^zh|中文|Chinese/i })
    .first()
    .click();
  await page.getByRole('link', { name: 'Catalog' }).first().click();
  await page.goto(
    `${process.env.FAIRWAY_URL}/catalog/default/component/canary`,
  );
  await expect(page.getByText('Where it runs')).toHaveCount(0);
  await expect(page.getByText('运行')).not.toHaveCount(0);
});
