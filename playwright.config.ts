import { defineConfig } from '@playwright/test';

/** Browser tests of the real portal on the embedded world. `scripts/test.mjs` builds the front end and finds the browser. */
export default defineConfig({
  testDir: process.env.FAIRWAY_LIVE ? 'e2e-tests/live' : 'e2e-tests',
  testIgnore: process.env.FAIRWAY_LIVE ? [] : ['**/live/**'],
  globalSetup: require.resolve(
    process.env.FAIRWAY_LIVE
      ? './e2e-tests/live/globalSetup'
      : './e2e-tests/globalSetup',
  ),
  timeout: 60_000,
  expect: { timeout: 15_000 },
  // One portal and one world: tests that change it must not meet.
  workers: 1,
  fullyParallel: false,
  forbidOnly: !!process.env.CI,
  retries: 0,
  outputDir: 'test-results',
  use: {
    viewport: { width: 1400, height: 1000 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
