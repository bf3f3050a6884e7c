import { expect, test } from '@playwright/test';
import { card, component, readAs, runPage, runsOf } from '../support/delivery';
import { openAs, portalUrl } from '../support/portal';

interface List {
  items?: unknown[];
  pipelines?: unknown[];
}

interface Details {
  run: { pipeline: { id: string } };
  stages: Array<{ id: string }>;
}

test.describe('Somebody of another team', () => {
  test('is told that they may not see where the service runs', async ({
    page,
  }) => {
    await openAs(page, 'noor', '/catalog/default/component/canary');
    await expect(page.getByText('Where it runs')).toBeVisible();
    await expect(page.getByText(/not allowed|may not/i).first()).toBeVisible();
    await expect(page.getByText('v0.32.0')).toHaveCount(0);
  });

  test('sees nothing of how the service is delivered: not on its card, not in its history, no run, no log', async ({
    page,
  }) => {
    const [run] = await runsOf('canary');
    await openAs(page, 'noor', component('canary'));
    const delivery = card(page, 'Delivery');
    await expect(delivery.getByText('You may not see this')).toBeVisible();
    await expect(delivery.getByText('Succeeded')).toHaveCount(0);

    await openAs(page, 'noor', `${component('canary')}/delivery`);
    await expect(page.getByText('You may not see this')).toHaveCount(2);
    await expect(page.getByText('v0.32.0')).toHaveCount(0);

    await openAs(page, 'noor', runPage(run.id));
    await expect(
      page.getByText('It does not exist, or you may not see it.'),
    ).toBeVisible();

    await openAs(page, 'noor', '/multicluster/pipelines');
    const table = page.getByRole('grid', { name: 'Pipelines, worst first' });
    await expect(table.getByRole('row', { name: /basket/ })).toBeVisible();
    await expect(table.getByText('canary')).toHaveCount(0);

    const { body } = await readAs<Details>('olivia', `/runs/${run.id}`);
    const stage = encodeURIComponent(body.stages[0].id);
    const about = '/entities/default/component/canary';
    const refused = [
      { path: `${about}/runs`, status: 403 },
      { path: `${about}/promotion`, status: 403 },
      { path: `/runs/${run.id}`, status: 404 },
      { path: `/runs/${run.id}/stages/${stage}/log`, status: 404 },
      { path: `/pipelines/${body.run.pipeline.id}/live`, status: 404 },
      // The same as of a run that does not exist: nobody learns which there are.
      { path: '/runs/none', status: 404 },
    ];
    for (const { path, status } of refused) {
      const answer = await readAs<List>('noor', path);
      expect(answer.status, path).toBe(status);
      expect(answer.body.items, path).toBeUndefined();
    }
    const runs = await readAs<List>('noor', '/runs?filter=name:canary');
    expect(runs.body.items).toEqual([]);
  });

  test('gains nothing by an entity that claims the pipeline of others', async ({
    page,
  }) => {
    await openAs(page, 'olivia', component('mailer-legacy'));
    const delivery = card(page, 'Delivery');
    await expect(delivery.getByText('No pipeline found')).toBeVisible();
    await expect(
      delivery.getByText(/is confirmed by a tool, a cluster or the platform/),
    ).toBeVisible({ timeout: 30_000 });
    await expect(delivery.getByText('Waiting')).toHaveCount(0);
    const { body } = await readAs<List>(
      'olivia',
      '/entities/default/component/mailer-legacy/runs',
    );
    expect(body.pipelines).toEqual([]);
    expect(body.items).toEqual([]);
  });

  test('lands where there is something of theirs, and is refused by the fleet, which says whom to ask', async ({
    page,
  }) => {
    await openAs(page, 'noor', '/multicluster');
    await expect(page).toHaveURL(/\/multicluster\/pipelines$/);
    await openAs(page, 'noor', '/multicluster/fleet');
    await expect(page.getByText('The fleet is not yours to see')).toBeVisible();
    await expect(
      page.getByText(/Ask the platform team.*multicluster\.fleet\.read/),
    ).toBeVisible();
    await expect(page.getByText('member1')).toHaveCount(0);
  });

  test('gets nothing from the API without signing in', async ({ request }) => {
    for (const path of [
      '/api/multicluster/v1/fleet',
      '/api/multicluster/v1/entities/default/component/canary/topology',
      '/api/multicluster/v1/sources',
      '/api/multicluster/v1/entities/default/component/canary/runs',
      '/api/multicluster/v1/entities/default/component/canary/promotion',
      '/api/multicluster/v1/runs',
      '/api/multicluster/v1/pipelines',
    ]) {
      const answer = await request.get(portalUrl(path));
      expect(answer.status(), path).toBe(401);
    }
  });
});
