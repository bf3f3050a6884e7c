import { expect, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { openAs } from '../support/portal';
import {
  apply,
  createNamespace,
  deleteNamespace,
  deployment,
  liveId,
  policy,
  readyClusters,
} from './karmada';

const page = `/catalog/default/component/${liveId}`;

/** What to call to mend what is broken now. Mending what is whole would start it twice. */
const broken = new Map<string, string[]>();

/** Breaks or mends a part of the laboratory. */
function lab(...args: string[]): void {
  const [first, second] = args;
  if (second === 'off') {
    broken.set(first, [first, 'on']);
  } else if (second === 'on') {
    broken.delete(first);
  } else if (first === 'back') {
    broken.delete(second);
  } else {
    broken.set(second, ['back', second]);
  }
  execFileSync('bash', [process.env.KARMADA_LAB!, ...args], {
    stdio: 'inherit',
    timeout: 60_000,
  });
}

test.describe.configure({ mode: 'serial', timeout: 400_000 });

test.describe('In a laboratory', () => {
  test.skip(
    !process.env.KARMADA_LAB,
    'KARMADA_LAB names no script that breaks and mends a Karmada',
  );
  let clusters: string[];

  test.beforeAll(async () => {
    // The other journeys' namespace may still be on its way out.
    process.env.FAIRWAY_LIVE_NAMESPACE += '-lab';
    clusters = (await readyClusters()).slice(0, 2);
    await createNamespace();
    await apply(deployment('web', '3.9', 2));
    await apply(policy('web', clusters));
  });

  test.afterAll(async () => {
    for (const mend of [...broken.values()]) {
      lab(...mend);
    }
    await deleteNamespace();
  });

  for (const way of ['hang', 'kill']) {
    test(`a member that was made to ${way} is last known, and live again when it is back`, async ({
      page: browser,
    }) => {
      await openAs(browser, 'paul', page);
      await expect(browser.getByText('Healthy', { exact: true })).toHaveCount(
        2,
        {
          timeout: 120_000,
        },
      );
      lab(way, clusters[0]);
      await expect(browser.getByText('Last known: healthy')).toBeVisible({
        timeout: 150_000,
      });
      lab('back', clusters[0]);
      await expect(browser.getByText('Last known: healthy')).toHaveCount(0, {
        timeout: 150_000,
      });
    });
  }

  test('without the aggregated API the placements stay, and the readiness of clusters reads as unknown', async ({
    page: browser,
  }) => {
    lab('agg', 'off');
    await openAs(browser, 'paul', '/multicluster/sources');
    await expect(browser.getByText(/Clusters?/).first()).toBeVisible();
    await openAs(browser, 'paul', page);
    await expect(browser.getByText(clusters[0], { exact: true })).toBeVisible();
    await expect(browser.getByText('3.9', { exact: true })).toHaveCount(2);
    // It lets open watches run for a minute before it ends, and the page asks again once a minute.
    await expect(
      browser.getByText(/last known|could not be read|unavailable/i).first(),
    ).toBeVisible({ timeout: 200_000 });
    lab('agg', 'on');
    await expect(browser.getByText('Healthy', { exact: true })).toHaveCount(2, {
      timeout: 200_000,
    });
  });

  test('a dead admission webhook changes nothing of what is read', async ({
    page: browser,
  }) => {
    lab('webhook', 'off');
    await openAs(browser, 'paul', page);
    await expect(browser.getByText('Healthy', { exact: true })).toHaveCount(2);
    lab('webhook', 'on');
  });
});
