import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { runQuietly } from './runQuietly.mjs';
import { root } from './toolchain.mjs';

const dist = path.join(root, 'packages/app/dist');
const stamp = path.join(root, '.fairway/frontend.sha256');

/** What the bundle is made of. A file missing here is a change that nobody sees until the cache is deleted. */
const inputs = [
  'packages/app',
  'plugins/multicluster',
  'plugins/multicluster-react',
  'plugins/multicluster-common',
  'yarn.lock',
  'app-config.yaml',
];

function* files(entry) {
  const stat = fs.statSync(entry);
  if (!stat.isDirectory()) {
    yield entry;
    return;
  }
  for (const name of fs.readdirSync(entry).sort()) {
    if (!['node_modules', 'dist', 'dist-types'].includes(name)) {
      yield* files(path.join(entry, name));
    }
  }
}

function contentHash() {
  const hash = createHash('sha256');
  for (const input of inputs) {
    for (const file of files(path.join(root, input))) {
      hash.update(path.relative(root, file)).update('\0');
      hash.update(fs.readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

/** Builds the front end unless this very content was built before. */
export async function buildFrontend() {
  const hash = contentHash();
  const built =
    fs.existsSync(path.join(dist, 'index.html')) &&
    fs.existsSync(stamp) &&
    fs.readFileSync(stamp, 'utf8') === hash;
  if (built) {
    return;
  }
  console.log('Building the front end (once; a minute or two)');
  await runQuietly('yarn', ['workspace', 'app', 'build'], {
    log: path.join(root, '.fairway/frontend.log'),
    env: { ...process.env, NODE_ENV: 'production' },
  });
  fs.mkdirSync(path.dirname(stamp), { recursive: true });
  fs.writeFileSync(stamp, hash);
}
