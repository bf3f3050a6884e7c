import { expect, test } from '@playwright/test';
import {
  card,
  component,
  runsOf,
  untilRunsAreOver,
  withoutReload,
} from './support/delivery';
import { openAs, portalUrl, story } from './support/portal';

test.describe('A gate that waits', () => {
  test.setTimeout(150_000);
  test.afterEach(async () => {
    const [newest] = await runsOf('wait-approval');
    if (newest.status === 'waiting') {
      await story('gate-approved');
    }
    await untilRunsAreOver('wait-approval');
  });

  test('says who may approve, how many, until when, and leads to the tool, where it is decided; then the button is gone', async ({
    page,
  }) => {
    const written: string[] = [];
    page.on('request', request => {
      const ours = request.url().startsWith(portalUrl('/api/multicluster'));
      if (ours && request.method() !== 'GET') {
        written.push(`${request.method()} ${request.url()}`);
      }
    });
    await story('run-starts');
    await openAs(page, 'olivia', component('wait-approval'));
    const delivery = card(page, 'Delivery');
    const gate = delivery.locator('[data-gate]');
    await expect(gate.getByText('Waits for a decision')).toBeVisible({
      timeout: 60_000,
    });
    await expect(gate.getByText('0 of 1')).toBeVisible();
    await expect(gate.getByText('may be decided by olivia')).toBeVisible();
    await expect(gate.getByText(/^until .*, assumed$/)).toBeVisible();
    await expect(gate.getByRole('button')).toHaveCount(0);
    const notReloaded = await withoutReload(page);

    const opened = page.waitForEvent('popup');
    await gate.getByRole('link', { name: 'Open in PipeCD' }).click();
    const tool = await opened;
    await expect(tool.getByText('Approvers: olivia')).toBeVisible();
    await expect(gate.getByText('Waits for a decision')).toBeVisible();
    await tool.getByRole('button', { name: 'Approve' }).click();
    // A page that is closed while its form is under way may take the approval with it, or never close.
    await expect(tool.getByRole('status')).toContainText('Approved as olivia');
    await tool.close();

    await expect(
      delivery.getByRole('link', { name: 'Open in PipeCD' }),
    ).toHaveCount(0, { timeout: 30_000 });
    await delivery
      .getByRole('link', { name: 'wait-approval', exact: true })
      .click();
    await page.getByRole('tab', { name: 'WAIT_APPROVAL' }).click();
    const panel = page.getByRole('region', { name: 'Approval', exact: true });
    await expect(panel.getByText('olivia approved')).toBeVisible();
    await expect(panel.getByText('1 of 1', { exact: true })).toBeVisible();
    await expect(panel.getByRole('link')).toHaveCount(0);
    await notReloaded();
    expect(written).toEqual([]);
  });
});
