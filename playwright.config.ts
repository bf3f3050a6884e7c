import { defineConfig } from '@playwright/test';

/**
 * One portal and one world: tests that change it must not meet, so there is one worker for them. Those in `reading` only
 * look at what no other test changes; another worker goes through them meanwhile.
 */
const ofTheDemo = [
  {
    name: 'stories',
    testDir: 'e2e-tests',
    testIgnore: ['**/reading/**', '**/pictures/**', '**/live/**'],
    workers: 1,
  },
  { name: 'reading', testDir: 'e2e-tests/reading', workers: 1 },
];

function projects() {
  if (process.env.FAIRWAY_LIVE) {
    return [{ name: 'live', testDir: 'e2e-tests/live', workers: 1 }];
  }
  return process.env.UPDATE_SCREENSHOTS
    ? [{ name: 'pictures', testDir: 'e2e-tests/pictures', workers: 1 }]
    : ofTheDemo;
}

/** Browser tests of the real portal on the embedded world. `scripts/test.mjs` builds the front end and finds the browser. */
export default defineConfig({
  globalSetup: require.resolve(
    process.env.FAIRWAY_LIVE
      ? './e2e-tests/live/globalSetup'
      : './e2e-tests/globalSetup',
  ),
  timeout: 60_000,
  expect: { timeout: 15_000 },
  projects: projects(),
  workers: 2,
  fullyParallel: false,
  forbidOnly: !!process.env.CI,
  retries: 0,
  outputDir: 'test-results',
  use: {
    viewport: { width: 1400, height: 1000 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    // A click or a page that hangs fails by its own name, not as whatever the test was about to look for.
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
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
