import type { Browser } from '@playwright/test';

/** What one load of the Fleet page took. */
export interface Paint {
  /** Milliseconds from the answer of the back end to the frame that shows every cluster. */
  paint: number;
  /** Elements of the whole document, once it is at rest. */
  nodes: number;
}

/** Loads the Fleet page of a made-up fleet in a fresh browser profile. */
export async function measurePaint(
  browser: Browser,
  url: string,
  clusters: number,
): Promise<Paint> {
  const context = await browser.newContext({
    viewport: { width: 1400, height: 1000 },
  });
  try {
    const page = await context.newPage();
    await page.addInitScript(markPaint, clusters);
    await page.goto(`${url}/multicluster/fleet?clusters=${clusters}`);
    const paint = await page.waitForFunction(
      () => performance.getEntriesByName('fleet-painted')[0]?.startTime,
    );
    const answered = await page.evaluate(
      () => performance.getEntriesByName('fleet-answered')[0].startTime,
    );
    await page.getByRole('grid').waitFor();
    return {
      paint: ((await paint.jsonValue()) ?? NaN) - answered,
      nodes: await page.evaluate(() => document.querySelectorAll('*').length),
    };
  } finally {
    await context.close();
  }
}

/** Runs in the page: marks the first frame after the one in which the last tile was added. */
function markPaint(clusters: number): void {
  const observer = new MutationObserver(() => {
    if (document.querySelectorAll('[data-tile]').length === clusters) {
      observer.disconnect();
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => performance.mark('fleet-painted');
        channel.port2.postMessage(undefined);
      });
    }
  });
  observer.observe(document, { childList: true, subtree: true });
}
