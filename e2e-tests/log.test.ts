import { expect, test } from '@playwright/test';
import { openAs } from './support/portal';

test('A log is followed line by line from the page of the service', async ({
  page,
}) => {
  await openAs(page, 'olivia', '/catalog/default/component/canary/clusters');
  const grid = page.getByRole('treegrid');
  const member = grid.getByRole('row', { name: /member1/ });
  await expect(member).toBeVisible();
  await member.click();
  await page.keyboard.press('ArrowRight');
  const pod = grid.getByRole('row', { name: /canary-\w+-\w+/ }).first();
  await expect(pod).toBeVisible();
  await pod.click();
  await page.getByRole('tab', { name: 'Log' }).click();
  const lines = page.getByRole('log');
  await expect(lines).not.toBeEmpty();
  const before = (await lines.innerText()).split('\n').length;
  await expect
    .poll(async () => (await lines.innerText()).split('\n').length, {
      timeout: 30_000,
    })
    .toBeGreaterThan(before);
});
