import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { newSource, nextSteps } from './new-source.mjs';
import { ensureToolchain, root } from './toolchain.mjs';

// Generates a source from the template into the workspace, type-checks, lints and tests it as a contributor would, and removes
// it. It is not installed, so that neither the lockfile nor the network is touched: what it imports is there already.

/** Seconds that the tests of one module may take. */
const MOST = 60;

await ensureToolchain(import.meta.url);

/** The lines of configuration that the page for contributors has and the printout has not. */
function unsaid() {
  const page = path.join(root, 'docs/contributing/new-source.md');
  const [, written] = /^ *```yaml\n([^`]*)```/m.exec(
    fs.readFileSync(page, 'utf8'),
  );
  const printed = nextSteps('my-tool', 'plugins/my-tool')
    .split('\n')
    .map(line => line.trim());
  return written
    .split('\n')
    .map(line => line.trim())
    .filter(line => !printed.includes(line));
}

const bin = name => path.join(root, 'node_modules/.bin', name);

function step(what, command, args, cwd) {
  process.stdout.write(`-- ${what}\n`);
  const began = Date.now();
  const { status, error } = spawnSync(command, args, {
    cwd,
    stdio: 'inherit',
    env: { ...process.env, CI: 'true' },
  });
  if (error || status !== 0) {
    throw new Error(
      `${what} failed: ${error?.message ?? `exit code ${status}`}`,
    );
  }
  return (Date.now() - began) / 1000;
}

// Two words, so that every spelling of a name is seen; a name of its own, so that two checks can run at once.
const folder = newSource(`checked-${process.pid}x`);
const target = path.join(root, folder);
const remove = () => fs.rmSync(target, { recursive: true, force: true });
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    remove();
    process.exit(1);
  });
}
try {
  const missing = unsaid().filter(Boolean);
  if (missing.length > 0) {
    throw new Error(`yarn new-source does not print: ${missing.join(', ')}`);
  }
  const left = fs
    .readdirSync(target, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.join(entry.parentPath, entry.name))
    .filter(file => /sample.?tool/i.test(file + fs.readFileSync(file, 'utf8')));
  if (left.length > 0) {
    throw new Error(`Names of the template are left in ${left.join(', ')}`);
  }
  fs.writeFileSync(
    path.join(target, 'tsconfig.json'),
    JSON.stringify({
      extends: '../../tsconfig.json',
      include: ['src', 'config.d.ts'],
      compilerOptions: { noEmit: true, incremental: false, rootDir: '../..' },
    }),
  );
  step('types', bin('tsc'), ['-p', 'tsconfig.json'], target);
  step('formatting', bin('prettier'), ['--check', 'src', 'dev'], target);
  const quiet = ['--max-warnings', '0'];
  step('lint', bin('backstage-cli'), ['package', 'lint', ...quiet], target);
  const tests = ['package', 'test', '--watchAll=false', '--maxWorkers=1'];
  const took = step('tests', bin('backstage-cli'), tests, target);
  if (took > MOST) {
    throw new Error(`The tests took ${took} s; ${MOST} s is the most`);
  }
  process.stdout.write(`A new source is sound; its tests took ${took} s\n`);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
} finally {
  remove();
}
