import { expect, test } from '@playwright/test';
import { card } from './support/delivery';
import { portalUrl } from './support/portal';

test('The language is switched in the settings and the card follows', async ({
  page,
}) => {
  // Not openAs: it would set the language again at every page.
  await page.goto(portalUrl('/'));
  await page.getByRole('button', { name: 'Sign in as olivia' }).click();
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('option', { name: /中文/ }).click();

  await page.goto(portalUrl('/catalog/default/component/canary'));
  await expect(page.getByText('健康').first()).toBeVisible();
  await expect(page.getByText('Where it runs')).toHaveCount(0);
  const delivery = card(page, '交付');
  await expect(delivery.getByText('成功').first()).toBeVisible();
  await expect(delivery.getByText('Succeeded')).toHaveCount(0);

  await delivery.getByRole('link', { name: 'canary', exact: true }).click();
  await expect(
    page.getByRole('tablist', { name: '该运行的阶段' }),
  ).toBeVisible();
  await expect(page.getByText('Stages', { exact: true })).toHaveCount(0);
});
