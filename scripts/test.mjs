import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser } from './browser.mjs';
import { buildFrontend } from './buildFrontend.mjs';
import { startPostgres } from './postgres.mjs';
import { ensureInstalled, ensureToolchain, root, run } from './toolchain.mjs';

const { values: options } = parseArgs({
  options: {
    'unit-only': { type: 'boolean', default: false },
    'browser-only': { type: 'boolean', default: false },
  },
});

await ensureToolchain(import.meta.url);
await ensureInstalled();

const results = fs.mkdtempSync(path.join(os.tmpdir(), 'fairway-test-'));
const totals = { passed: 0, failed: 0, skipped: 0 };

/** Runs one runner to its end and adds up what it says; a runner that leaves no report has failed. */
async function suite(title, command, args, env, report, count) {
  console.log(`\n${title}`);
  let ended;
  try {
    await run(command, args, { env: { ...process.env, CI: 'true', ...env } });
  } catch (error) {
    ended = error;
  }
  if (!fs.existsSync(report)) {
    console.error(`${title} left no report: ${ended?.message ?? 'unknown'}`);
    totals.failed += 1;
    return;
  }
  const counted = count(JSON.parse(fs.readFileSync(report, 'utf8')));
  totals.passed += counted.passed;
  totals.failed += counted.failed;
  totals.skipped += counted.skipped;
  if (ended && counted.failed === 0) {
    console.error(`${title} failed outside its tests: ${ended.message}`);
    totals.failed += 1;
  }
}

async function unitAndIntegration() {
  const postgres = await startPostgres({ durable: false });
  if (!postgres) {
    console.log(
      'PostgreSQL is not installed: the database tests run on SQLite alone (on Debian and Ubuntu: apt-get install postgresql)',
    );
  }
  const report = path.join(results, 'jest.json');
  try {
    await suite(
      'Unit and integration tests',
      'yarn',
      [
        'backstage-cli',
        'repo',
        'test',
        '--maxWorkers=2',
        // A test that hangs must end, one on a busy machine must not.
        '--testTimeout=60000',
        '--json',
        `--outputFile=${report}`,
      ],
      {
        ...postgres?.env,
        NODE_OPTIONS: '--no-node-snapshot',
      },
      report,
      r => ({
        passed: r.numPassedTests,
        failed: r.numFailedTests + r.numRuntimeErrorTestSuites,
        skipped: r.numPendingTests + r.numTodoTests,
      }),
    );
  } finally {
    await postgres?.stop();
  }
}

async function browser() {
  const executable = findBrowser();
  await buildFrontend();
  const report = path.join(results, 'playwright.json');
  await suite(
    'Browser tests',
    'yarn',
    ['playwright', 'test', '--reporter=list,json'],
    { CHROMIUM_PATH: executable, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    report,
    r => ({
      passed: r.stats.expected + r.stats.flaky,
      failed: r.stats.unexpected + r.errors.length,
      skipped: r.stats.skipped,
    }),
  );
}

try {
  if (!options['browser-only']) {
    await unitAndIntegration();
  }
  if (!options['unit-only']) {
    await browser();
  }
} catch (error) {
  console.error(error.message);
  totals.failed += 1;
} finally {
  fs.rmSync(results, { recursive: true, force: true });
}

const skipped = totals.skipped ? `, ${totals.skipped} skipped` : '';
console.log(`\n${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1);
