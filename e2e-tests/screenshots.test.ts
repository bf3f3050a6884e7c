import { expect, test } from '@playwright/test';
import path from 'node:path';
import { openAs } from './support/portal';

/** Where the pictures of the documentation go: into it when asked to, else beside the other results. */
const folder = process.env.UPDATE_SCREENSHOTS
  ? path.resolve(__dirname, '../docs/images')
  : path.resolve(__dirname, '../test-results/screenshots');

const pictures = [
  {
    name: 'entity-card',
    path: '/catalog/default/component/canary',
    shows: 'member1',
  },
  {
    name: 'entity-tab',
    path: '/catalog/default/component/canary/clusters',
    shows: 'member1',
  },
  { name: 'fleet', path: '/multicluster/fleet', shows: 'member1' },
  { name: 'workloads', path: '/multicluster/workloads', shows: 'canary' },
  { name: 'sources', path: '/multicluster/sources', shows: 'Embedded Karmada' },
  {
    name: 'cluster',
    path: '/multicluster/fleet/clusters/karmada/member1',
    shows: 'member1',
  },
];

for (const { name, path: where, shows } of pictures) {
  for (const [suffix, options] of Object.entries({
    light: { theme: 'light', language: 'en' },
    dark: { theme: 'dark', language: 'en' },
    zh: { theme: 'light', language: 'zh' },
  } as const)) {
    test(`a picture of ${name} is taken, ${suffix}`, async ({ page }) => {
      await openAs(page, 'paul', where, options);
      await expect(page.getByText(shows).first()).toBeVisible();
      // Rows arrive after the frame.
      await page.waitForTimeout(1500);
      await page.screenshot({
        path: path.join(folder, `${name}-${suffix}.png`),
      });
    });
  }
}
