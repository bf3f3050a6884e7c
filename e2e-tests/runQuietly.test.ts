import { expect, test } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const quietly = pathToFileURL(
  path.join(__dirname, '../scripts/runQuietly.mjs'),
).href;

/** What a process shows and leaves that runs a command quietly, which says two things and ends with a code. */
function runs(code: number, log: string) {
  const command = `console.log('said'); console.error('warned'); process.exit(${code})`;
  const script = `
    import { runQuietly } from ${JSON.stringify(quietly)};
    await runQuietly(process.execPath, ['-e', ${JSON.stringify(command)}], {
      log: ${JSON.stringify(log)},
    }).catch(error => process.exit(error.exitCode));`;
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', script],
    { encoding: 'utf8' },
  );
  return { shown: stdout + stderr, status, log: fs.readFileSync(log, 'utf8') };
}

test.describe('What is run quietly', () => {
  test('says nothing but in its log', ({}, info) => {
    expect(runs(0, info.outputPath('logs/build.log'))).toEqual({
      shown: '',
      status: 0,
      log: 'said\nwarned\n',
    });
  });

  test('is heard when it fails, with where the rest is', ({}, info) => {
    const log = info.outputPath('logs/build.log');
    const { shown, status } = runs(3, log);
    expect(status).toBe(3);
    expect(shown).toContain(log);
    expect(shown).toContain('said\nwarned');
  });
});
