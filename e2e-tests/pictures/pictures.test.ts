import { expect, test } from '@playwright/test';
import path from 'node:path';
import { component, readAs, runPage, runsOf } from '../support/delivery';
import { openAs, story } from '../support/portal';

/** Where the pictures of the documentation are. */
const folder = path.resolve(__dirname, '../../docs/images');

const pictures: Array<{
  name: string;
  path?: string;
  /** The page of the newest run of a component, instead of a path. */
  runOf?: string;
  /** The page of the request that waits of a component, instead of a path. */
  requestOf?: string;
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
  { name: 'approvals', path: '/multicluster/approvals', shows: 'payouts v' },
  { name: 'approval', requestOf: 'payouts', shows: 'payouts v' },
];

/** The page of the request that waits; one is made where none does. */
async function requestPage(name: string): Promise<string> {
  interface Items {
    items: Array<{ request: { id: string } }>;
  }
  const read = async () => {
    const ref = encodeURIComponent(`component:default/${name}`);
    const { body } = await readAs<Items>(
      'paul',
      `/approvals?scope=open&entityRefs=${ref}`,
    );
    return body.items[0]?.request.id;
  };
  if (!(await read())) {
    await story(`${name}-run`);
  }
  await expect.poll(read, { timeout: 60_000 }).toBeDefined();
  return `/multicluster/approvals/${await read()}`;
}

/** Where a picture is taken. */
async function addressOf(picture: (typeof pictures)[number]): Promise<string> {
  const { path: where, runOf, requestOf } = picture;
  if (requestOf) {
    return requestPage(requestOf);
  }
  return runOf ? runPage((await runsOf(runOf))[0].id) : where!;
}

for (const picture of pictures) {
  const { name, shows } = picture;
  for (const [suffix, options] of Object.entries({
    light: { language: 'en' },
    zh: { language: 'zh' },
  } as const)) {
    test(`a picture of ${name} is taken, ${suffix}`, async ({ page }) => {
      if (name === 'approvals') {
        await requestPage('payouts');
      }
      await openAs(page, 'paul', await addressOf(picture), options);
      await expect(page.getByText(shows).first()).toBeVisible();
      // Rows arrive after the frame.
      await page.waitForTimeout(1500);
      await page.screenshot({
        path: path.join(folder, `${name}-${suffix}.png`),
      });
    });
  }
}
