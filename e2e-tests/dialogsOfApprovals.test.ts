import { expect, Page, test } from '@playwright/test';
import { expectNothingFound, looks } from './support/axe';
import { runsOf, untilRunsAreOver } from './support/delivery';
import { openAs, story } from './support/portal';
import { tabTo } from './support/tabTo';

const INBOX = '/multicluster/approvals';

function request(page: Page) {
  return page
    .locator('article[data-request]')
    .filter({ hasText: 'payouts v' })
    .first();
}

test.describe('The dialogs about approvals', () => {
  test.setTimeout(180_000);
  test.beforeEach(async () => {
    const [newest] = await runsOf('payouts');
    if (newest.status === 'running' || newest.status === 'waiting') {
      await story('payouts-cancelled');
    }
    await untilRunsAreOver('payouts');
    await story('payouts-run');
  });
  test.afterEach(async () => {
    await story('payouts-cancelled');
    await untilRunsAreOver('payouts');
  });

  test('say what a click leads to, and need no mouse', async ({ page }) => {
    await openAs(page, 'rosa', INBOX);
    await expect(request(page)).toBeVisible({ timeout: 90_000 });
    const approve = request(page).getByRole('button', {
      name: 'Approve',
      exact: true,
    });
    await tabTo(page, approve);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: /^Approve payouts/ });
    await expect(
      dialog.getByText('After yours it waits for one more approval'),
    ).toBeVisible();
    await expect(
      dialog.getByRole('button', { name: 'Approve', exact: true }),
    ).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(approve).toBeFocused();

    await tabTo(page, request(page).getByRole('button', { name: 'Reject…' }));
    await page.keyboard.press('Enter');
    const rejection = page.getByRole('dialog', { name: /^Reject payouts/ });
    await expect(rejection.getByLabel('Comment')).toBeFocused();
    await expect(rejection.getByText(/^Yours ends it/)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(rejection).toHaveCount(0);
  });

  test('can be used by everybody, in both themes and languages', async ({
    page,
  }) => {
    for (const look of looks) {
      const zh = look.language === 'zh';
      await openAs(page, 'paul', INBOX, look);
      await expect(request(page)).toBeVisible({ timeout: 90_000 });
      for (const button of [
        request(page).getByRole('button', { name: zh ? '拒绝…' : 'Reject…' }),
        request(page).getByRole('button', {
          name: zh ? '紧急处理…' : 'Emergency…',
        }),
        page.getByRole('button', { name: zh ? '叫停发布…' : 'Stop the line…' }),
      ]) {
        await button.click();
        await expect(page.getByRole('dialog')).toBeVisible();
        // Colours of what still fades in are not its own.
        await page.waitForTimeout(400);
        await expectNothingFound(page, '[role="dialog"]');
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      }
    }
  });
});
