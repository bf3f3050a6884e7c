import { expect, Page, test } from '@playwright/test';
import { component } from '../support/delivery';
import { openAs } from '../support/portal';

const matrix = (page: Page) =>
  page.getByRole('region', { name: 'Versions by environment' });

test('lists the commits that production would get, newest first', async ({
  page,
}) => {
  await openAs(page, 'noor', `${component('gift-cards')}/delivery`);
  await matrix(page).getByText('List commits').first().click();
  const list = matrix(page).getByRole('list', { name: /newest first/ });
  const commits = list.getByRole('listitem');
  await expect(commits.first()).toContainText('Bring v2.');
  await expect(commits.first()).toContainText('Olivia');
  await expect(commits.first().getByRole('link')).toHaveAttribute(
    'href',
    /^https:\/\/github\.com\/acme\/apps\/commit\/[0-9a-f]{40}$/,
  );
});

test('names the freeze that keeps back what is approved, and its end', async ({
  page,
}) => {
  await openAs(page, 'olivia', `${component('settlements')}/delivery`);
  await matrix(page).getByText('Why', { exact: true }).click();
  await expect(
    matrix(page)
      .getByText(/Frozen by closing of the books until \w/)
      .first(),
  ).toBeVisible();
});
