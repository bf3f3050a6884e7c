import { expect, test } from '@playwright/test';
import { component } from './support/delivery';
import { openAs } from './support/portal';

test('A run that stands behind one that waits says so, and leads to it', async ({
  page,
}) => {
  await openAs(page, 'noor', `${component('returns')}/delivery`);
  const row = page
    .getByRole('grid', { name: 'Runs, newest first' })
    .getByRole('row', { name: /Queued/ });
  await expect(row).toContainText(
    'Waits behind a run of the same pipeline that waits for a decision itself',
    { timeout: 45_000 },
  );
  await row.getByRole('link', { name: 'returns' }).click();
  const before = page.getByRole('list', { name: 'Runs that stand before it' });
  await expect(before.getByRole('listitem')).toHaveCount(1);
  await expect(before.getByText('Waiting')).toBeVisible();
  await before.getByRole('link', { name: 'returns' }).click();
  await expect(
    page.getByRole('link', { name: 'Open in PipeCD' }).first(),
  ).toBeVisible();
});
