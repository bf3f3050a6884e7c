import { expect, test } from '@playwright/test';
import path from 'node:path';
import { component, runPage, runsOf } from '../support/delivery';
import { openAs } from '../support/portal';

/** Where the pictures of the documentation are. */
const folder = path.resolve(__dirname, '../../docs/images');

const pictures: Array<{
  name: string;
  path?: string;
  /** The page of the newest run of a component, instead of a path. */
  runOf?: string;
  shows: string;
}> = [
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
  {
    name: 'delivery-card',
    path: component('basket'),
    shows: 'WAIT_APPROVAL',
  },
  {
    name: 'delivery-tab',
    path: `${component('ks-sample')}/delivery`,
    shows: 'shire',
  },
  { name: 'pipelines', path: '/multicluster/pipelines', shows: 'basket' },
  { name: 'run', runOf: 'basket', shows: 'WAIT_APPROVAL' },
];

for (const { name, path: where, runOf, shows } of pictures) {
  for (const [suffix, options] of Object.entries({
    light: { language: 'en' },
    zh: { language: 'zh' },
  } as const)) {
    test(`a picture of ${name} is taken, ${suffix}`, async ({ page }) => {
      const address = runOf ? runPage((await runsOf(runOf))[0].id) : where!;
      await openAs(page, 'paul', address, options);
      await expect(page.getByText(shows).first()).toBeVisible();
      // Rows arrive after the frame.
      await page.waitForTimeout(1500);
      await page.screenshot({
        path: path.join(folder, `${name}-${suffix}.png`),
      });
    });
  }
}
