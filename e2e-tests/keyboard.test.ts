import { expect, test } from '@playwright/test';
import { openAs } from './support/portal';
import { tabTo } from './support/tabTo';

const CANARY = '/catalog/default/component/canary';

test.describe('With keys alone', () => {
  test('a reader gets from the card of a service to its clusters', async ({
    page,
  }) => {
    await openAs(page, 'olivia', CANARY);
    await tabTo(page, page.getByRole('link', { name: 'Topology' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('treegrid')).toBeVisible();
  });

  test('a reader walks the tree, opens pods, and comes back from the details to the row they left', async ({
    page,
  }) => {
    await openAs(page, 'olivia', `${CANARY}/clusters`);
    const tree = page.getByRole('treegrid', { name: 'Workloads by cluster' });
    const row = (name: RegExp) => tree.getByRole('row', { name });
    await tabTo(page, row(/Deployment canary/));

    await page.keyboard.press('ArrowDown');
    await expect(row(/^member1/)).toBeFocused();
    await page.keyboard.press('End');
    await expect(row(/^member2/)).toBeFocused();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await expect(row(/^member1/)).toBeFocused();

    await page.keyboard.press('ArrowRight');
    await expect(row(/^member1/)).toHaveAttribute('aria-expanded', 'true');
    const pod = row(/^canary-\w+-\w+/).first();
    await expect(pod).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(pod).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await expect(row(/^member1/)).toBeFocused();

    await page.keyboard.press('Enter');
    const details = page.getByRole('dialog', { name: 'Deployment canary' });
    await expect(details).toBeVisible();
    for (let presses = 0; presses < 12; presses += 1) {
      await page.keyboard.press('Tab');
      // In it or, for a moment at its end, on it.
      await expect
        .poll(() =>
          details.evaluate(element => element.contains(document.activeElement)),
        )
        .toBe(true);
    }
    await page.keyboard.press('Escape');
    await expect(details).toBeHidden();
    await expect(row(/^member1/)).toBeFocused();

    await page.keyboard.press('/');
    await expect(
      page.getByRole('searchbox', { name: 'Filter workloads and clusters' }),
    ).toBeFocused();
  });

  test('a reader chooses the log among the details by arrow keys', async ({
    page,
  }) => {
    await openAs(page, 'olivia', `${CANARY}/clusters`);
    await tabTo(
      page,
      page.getByRole('row', { name: /Deployment canary/ }).first(),
    );
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const details = page.getByRole('dialog');
    await tabTo(page, details.getByRole('tab', { name: 'Pods' }));
    await page.keyboard.press('ArrowRight');
    await expect(details.getByRole('tab', { name: 'Events' })).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(details.getByRole('log')).toContainText(/\S/);
  });

  test('a reader follows the chain from template to cluster', async ({
    page,
  }) => {
    await openAs(page, 'olivia', `${CANARY}/clusters`);
    const chain = page.getByRole('group', {
      name: 'Template, policy, binding and clusters',
    });
    await tabTo(page, chain.getByRole('button').first());
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    const cluster = chain.getByRole('button', { name: /member1|member2/ });
    await expect(cluster.and(page.locator(':focus'))).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
  });

  test('a reader writes a filter from what it suggests', async ({ page }) => {
    await openAs(page, 'paul', '/multicluster/workloads');
    const filter = page.getByRole('combobox', { name: 'Filter workloads' });
    await tabTo(page, filter);
    await page.keyboard.type('stat');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(filter).toHaveValue('status:');
    await page.keyboard.type('unsch');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/filter=status(%3A|:)unscheduled/);
    await expect(page.getByRole('row', { name: /Healthy/ })).toHaveCount(0);
  });
});
