import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { openAs } from './support/portal';

const pages = {
  'the page of a service': '/catalog/default/component/canary',
  'the clusters of a service': '/catalog/default/component/canary/clusters',
  'the fleet': '/multicluster/fleet',
  'the workloads': '/multicluster/workloads',
  'the sources': '/multicluster/sources',
  'a cluster': '/multicluster/fleet/clusters/karmada/member1',
};

for (const [what, path] of Object.entries(pages)) {
  for (const theme of ['light', 'dark'] as const) {
    test(`axe finds nothing on ${what} in ${theme}`, async ({ page }) => {
      await openAs(page, 'paul', path, { theme });
      await page.waitForLoadState('networkidle').catch(() => undefined);
      await expect(
        page.getByText(/member1|canary|karmada/).first(),
      ).toBeVisible();
      const { violations } = await new AxeBuilder({ page })
        // Ours; the frame around it is the portal's.
        .include('main, [role="main"], article')
        .analyze();
      expect(
        violations.map(
          v => `${v.id}: ${v.nodes[0]?.target} ${v.nodes[0]?.html}`,
        ),
      ).toEqual([]);
    });
  }
}
