import { expect, test } from '@playwright/test';
import { openAs } from './support/portal';

test('A log is followed line by line from the page of the service', async ({
  page,
}) => {
  await openAs(page, 'olivia', '/catalog/default/component/canary/clusters');
  const member = page.getByRole('treegrid').getByRole('row', {
    name: /member1/,
  });
  await member.click();
  const drawer = page.getByRole('dialog', { name: 'Deployment canary' });
  await drawer.getByRole('button', { name: 'Log' }).first().click();
  const log = drawer.getByRole('log');
  await expect(log).toContainText(/\S/);
  // Only lines in sight are drawn, so that what counts is which of them is the last.
  const newest = async () =>
    Number(await log.locator('[data-index]').last().getAttribute('data-index'));
  const before = await newest();
  await expect.poll(newest, { timeout: 30_000 }).toBeGreaterThan(before);
});
