import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '..',
);

const NODE = '22.23.3';
const YARN = '4.18.1';

function hasYarn4() {
  const found = spawnSync('yarn', ['--version'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    // A Corepack shim would download Yarn from a place of its own.
    env: { ...process.env, COREPACK_ENABLE_NETWORK: '0' },
  });
  return found.status === 0 && /^4\./.test(found.stdout.trim());
}

/**
 * Makes sure that this script runs on Node 22 or 24 with Yarn 4 at hand: where it does not, it runs itself once more with
 * both taken from the npm registry, and ends with that run's exit code.
 *
 * Nothing of Node or Yarn is kept in the repository.
 */
export async function ensureToolchain(script) {
  const major = Number(process.versions.node.split('.')[0]);
  if ((major === 22 || major === 24) && hasYarn4()) {
    return;
  }
  if (process.env.FAIRWAY_TOOLCHAIN) {
    throw new Error(
      `Node 22 or 24 and Yarn 4 were fetched but are not used: Node is ${process.version}`,
    );
  }
  console.log(`Using Node ${NODE} and Yarn ${YARN} from the npm registry`);
  const env = { ...process.env, FAIRWAY_TOOLCHAIN: 'npm' };
  // Headers of another Node, set in somebody's npm configuration, break native builds of this one.
  delete env.npm_config_nodedir;
  const code = await run(
    'npm',
    [
      'exec',
      '--yes',
      `--package=node@${NODE}`,
      `--package=@yarnpkg/cli-dist@${YARN}`,
      '--',
      'node',
      fileURLToPath(script),
      ...process.argv.slice(2),
    ],
    { env },
  ).then(
    () => 0,
    error => error.exitCode ?? 1,
  );
  process.exit(code);
}

/** Runs a command to its end, with its output on ours. Rejects when it fails; `exitCode` is on the error. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
      ...options,
    });
    const forward = signal => child.kill(signal);
    process.once('SIGINT', forward);
    process.once('SIGTERM', forward);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      process.removeListener('SIGINT', forward);
      process.removeListener('SIGTERM', forward);
      if (code === 0) {
        resolve();
      } else {
        const error = new Error(
          `${command} ${args.join(' ')} ended with ${signal ?? code}`,
        );
        error.exitCode = code ?? 1;
        reject(error);
      }
    });
  });
}

/** Installs the dependencies unless what is installed is what the lock file says. */
export async function ensureInstalled() {
  const state = path.join(root, 'node_modules', '.yarn-state.yml');
  const lock = path.join(root, 'yarn.lock');
  const fresh =
    fs.existsSync(state) &&
    fs.statSync(state).mtimeMs >= fs.statSync(lock).mtimeMs &&
    manifests().every(
      file => fs.statSync(state).mtimeMs >= fs.statSync(file).mtimeMs,
    );
  if (!fresh) {
    console.log('Installing dependencies (a few minutes the first time)');
    await run('yarn', ['install', '--immutable'], {
      env: { ...process.env, YARN_ENABLE_PROGRESS_BARS: 'false' },
    });
    const now = new Date();
    fs.utimesSync(state, now, now);
  }
}

function manifests() {
  const found = [path.join(root, 'package.json')];
  for (const folder of ['packages', 'plugins']) {
    for (const name of fs.readdirSync(path.join(root, folder))) {
      const file = path.join(root, folder, name, 'package.json');
      if (fs.existsSync(file)) {
        found.push(file);
      }
    }
  }
  return found;
}
