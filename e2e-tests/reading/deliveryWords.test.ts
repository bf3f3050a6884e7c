import { expect, Page, test } from '@playwright/test';
import { card, component, runPage, runsOf } from '../support/delivery';
import { openAs } from '../support/portal';

/** What can become of a run: each has a service in the embedded world, see packages/simulator. */
const onCard = [
  {
    what: 'a gate that timed out is not called cancelled',
    of: 'shipping',
    word: 'Timed out',
    says: 'WAIT_APPROVAL was not approved in time',
  },
  {
    what: 'a run that was lost when its piped stopped says so, and that votes are lost',
    of: 'tracking',
    word: 'Agent stopped',
    says: 'Cancelled by a stop of piped-v1 while WAIT_APPROVAL waited; approvals given there are lost',
  },
  {
    what: 'a run without stages could not be planned',
    of: 'tariffs',
    word: 'Failed',
    says: 'Could not be planned; the tool gives no reason',
  },
];

async function openCard(page: Page, name: string) {
  await openAs(page, 'noor', component(name));
  return card(page, 'Delivery');
}

for (const { what, of, word, says } of onCard) {
  test(`On the card ${what}`, async ({ page }) => {
    const delivery = await openCard(page, of);
    await expect(delivery.getByText(says)).toBeVisible({ timeout: 45_000 });
    await expect(delivery.getByText(word).first()).toBeVisible();
  });
}

test('An approver who is not on the list is flagged, and those who are not are not', async ({
  page,
}) => {
  const runs = await runsOf('wait-approval');
  const old = runs.find(({ artifacts }) =>
    artifacts.some(({ version }) => version === 'v0.9.1'),
  );
  await openAs(page, 'olivia', `${runPage(old!.id)}`);
  await expect(
    page.getByText(
      'hello-pipecd approved WAIT_APPROVAL without being on its list',
    ),
  ).toBeVisible();
  await page.getByRole('tab', { name: 'WAIT_APPROVAL' }).click();
  const gate = page.getByRole('region', { name: 'Approval', exact: true });
  await expect(
    gate.getByText('not on the list', { exact: true }),
  ).toBeVisible();
  await expect(
    gate.getByText(
      'Approved by hello-pipecd, of whom hello-pipecd is not on its list',
    ),
  ).toBeVisible();
});
