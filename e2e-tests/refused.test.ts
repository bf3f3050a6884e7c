import { expect, test } from '@playwright/test';
import { openAs, portalUrl } from './support/portal';

test.describe('Somebody of another team', () => {
  test('is told that they may not see where the service runs', async ({
    page,
  }) => {
    await openAs(page, 'noor', '/catalog/default/component/canary');
    await expect(page.getByText('Where it runs')).toBeVisible();
    await expect(page.getByText(/not allowed|may not/i).first()).toBeVisible();
    await expect(page.getByText('v0.32.0')).toHaveCount(0);
  });

  test('is refused by the fleet page, which says whom to ask', async ({
    page,
  }) => {
    await openAs(page, 'noor', '/multicluster');
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
    ]) {
      const answer = await request.get(portalUrl(path));
      expect(answer.status(), path).toBe(401);
    }
  });
});
