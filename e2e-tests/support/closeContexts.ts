import { Browser } from '@playwright/test';

/** Closes what a test opened for several people: pages that stay open go on asking, beside whatever the next test does. */
export async function closeContexts(browser: Browser): Promise<void> {
  await Promise.all(
    browser.contexts().map(context => context.close().catch(() => {})),
  );
}
