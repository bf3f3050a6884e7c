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
  const length = async () => (await log.innerText()).length;
  const before = await length();
  await expect.poll(length, { timeout: 30_000 }).toBeGreaterThan(before);
});
