import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
];

function installed() {
  const fromEnvironment = process.env.CHROMIUM_PATH;
  if (fromEnvironment) {
    return fromEnvironment;
  }
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const name of names) {
      const file = path.join(folder, name);
      if (fs.existsSync(file)) {
        return file;
      }
    }
  }
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  return fs.existsSync(mac) ? mac : undefined;
}

function playwrights() {
  const require = createRequire(import.meta.url);
  const { chromium } = require('@playwright/test');
  if (fs.existsSync(chromium.executablePath())) {
    return chromium.executablePath();
  }
  const cli = require.resolve('@playwright/test/cli');
  const download = spawnSync(process.execPath, [cli, 'install', 'chromium'], {
    stdio: 'ignore',
    timeout: 180_000,
  });
  return download.status === 0 && fs.existsSync(chromium.executablePath())
    ? chromium.executablePath()
    : undefined;
}

/** The browser of the tests: an installed Chromium, else Playwright's own download. Throws a line that says what to do. */
export function findBrowser() {
  const browser = installed() ?? playwrights();
  if (!browser) {
    throw new Error(
      'The browser tests need Chromium. Install it (on Debian and Ubuntu: apt-get install chromium), or set CHROMIUM_PATH.',
    );
  }
  return browser;
}

/** Arguments that keep a headless browser on its own machine; as root it also needs to go without its sandbox. */
export function browserArguments() {
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
}
