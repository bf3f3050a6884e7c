import { expect, test } from '@playwright/test';
import { component } from '../support/delivery';
import { openAs } from '../support/portal';
import { tabTo } from '../support/tabTo';

test('With keys alone a reader narrows the history, opens a run, walks its stages and searches a log', async ({
  page,
}) => {
  await openAs(page, 'noor', `${component('tracking')}/delivery`);
  const history = page.getByRole('grid', { name: 'Runs, newest first' });
  const rows = history.getByRole('row').filter({ hasText: 'tracking' });
  await expect(rows).toHaveCount(2, { timeout: 45_000 });

  const filter = page.getByRole('button', { name: 'Which runs' });
  await tabTo(page, filter);
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await expect(page.getByRole('option', { name: 'Cancelled' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Agent stopped');

  await tabTo(page, rows.getByRole('link', { name: 'tracking' }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/multicluster\/runs\//);

  const stages = page.getByRole('tablist', { name: 'Stages of the run' });
  await tabTo(page, stages.getByRole('tab', { selected: true }));
  await page.keyboard.press('Home');
  const first = stages.getByRole('tab', { name: 'SCRIPT_RUN' }).first();
  await expect(first).toBeFocused();
  await expect(first).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(
    stages.getByRole('tab', { name: 'WAIT_APPROVAL' }),
  ).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(first).toBeFocused();

  const log = page.getByRole('log');
  await expect(log).toContainText('connecting to the database');
  await tabTo(page, page.getByRole('searchbox', { name: 'Search the log' }));
  await page.keyboard.type('index');
  await expect(log).toContainText('0043_index_discounts');
  await expect(log).not.toContainText('connecting to the database');
  await expect(page.getByText(/^1 of \d+ lines/)).toBeVisible();
});
