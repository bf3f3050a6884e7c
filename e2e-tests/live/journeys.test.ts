import { expect, test } from '@playwright/test';
import { openAs } from '../support/portal';
import {
  apply,
  createNamespace,
  deleteNamespace,
  deployment,
  liveId,
  liveNamespace,
  merge,
  policy,
  readyClusters,
} from './karmada';

const page = `/catalog/default/component/${liveId}`;

test.describe.configure({ mode: 'serial', timeout: 180_000 });

test.describe('On a running Karmada', () => {
  let clusters: string[];

  test.beforeAll(async () => {
    clusters = (await readyClusters()).slice(0, 2);
    expect(clusters, 'two clusters that are ready, by push').toHaveLength(2);
    await createNamespace();
  });

  test.afterAll(deleteNamespace);

  test('a service that is placed appears with every cluster and its version', async ({
    page: browser,
  }) => {
    await openAs(browser, 'paul', page);
    await expect(browser.getByText('Where it runs')).toBeVisible();

    await apply(deployment('web', '3.9', 2));
    await apply(policy('web', clusters));

    for (const cluster of clusters) {
      await expect(browser.getByText(cluster, { exact: true })).toBeVisible({
        timeout: 60_000,
      });
    }
    await expect(browser.getByText('Healthy', { exact: true })).toHaveCount(2, {
      timeout: 90_000,
    });
    await expect(browser.getByText('3.9', { exact: true })).toHaveCount(2);
  });

  test('a new image rolls out cluster by cluster on the open page', async ({
    page: browser,
  }) => {
    await openAs(browser, 'paul', page);
    await expect(browser.getByText('3.9', { exact: true })).toHaveCount(2);
    await apply(deployment('web', '3.10', 2));
    await expect(browser.getByText('3.10', { exact: true })).toHaveCount(2, {
      timeout: 90_000,
    });
    await expect(browser.getByText('Healthy', { exact: true })).toHaveCount(2, {
      timeout: 90_000,
    });
  });

  test('a held dispatch reads held, though Karmada stays green', async ({
    page: browser,
  }) => {
    await openAs(browser, 'paul', page);
    await merge(policy('web', clusters, { suspension: { dispatching: true } }));
    await expect(
      browser.getByText('Held', { exact: true }).first(),
    ).toBeVisible({
      timeout: 60_000,
    });
    await apply(deployment('web', '3.11', 4));
    await expect(browser.getByText(/1 of 2|behind/).first()).toBeVisible({
      timeout: 60_000,
    });
    await expect(browser.getByText('3.11', { exact: true })).toHaveCount(0);

    await merge(policy('web', clusters, { suspension: null }));
    await expect(browser.getByText('3.11', { exact: true })).toHaveCount(2, {
      timeout: 90_000,
    });
  });

  test('a template that no policy selects is placed nowhere, and the page says so', async ({
    page: browser,
  }) => {
    await apply(deployment('alone', '3.9', 1));
    await openAs(browser, 'paul', page);
    await expect(browser.getByText(/placed nowhere/i).first()).toBeVisible({
      timeout: 60_000,
    });
  });

  test('pods are read through the control plane, or who refused is named', async ({
    page: browser,
  }) => {
    await openAs(browser, 'paul', `${page}/clusters`);
    const row = browser
      .getByRole('treegrid')
      .getByRole('row', { name: new RegExp(clusters[0]) })
      .first();
    await row.click();
    const drawer = browser.getByRole('dialog');
    await expect(
      drawer
        .getByText(/^web-\w+-\w+$/)
        .or(drawer.getByText(/refuse|may not|not allowed/i))
        .first(),
    ).toBeVisible({ timeout: 30_000 });
  });

  test('what is deleted leaves the page', async ({ page: browser }) => {
    await openAs(browser, 'paul', page);
    await expect(browser.getByText('3.11', { exact: true })).toHaveCount(2);
    await deleteNamespace();
    await expect(browser.getByText('3.11', { exact: true })).toHaveCount(0, {
      timeout: 120_000,
    });
    test.info().annotations.push({
      type: 'cleaned up',
      description: liveNamespace(),
    });
  });
});
