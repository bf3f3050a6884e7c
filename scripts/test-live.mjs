import fs from 'node:fs';
import { findBrowser } from './browser.mjs';
import { buildFrontend } from './buildFrontend.mjs';
import { ensureInstalled, ensureToolchain, run } from './toolchain.mjs';

const kubeconfig = process.env.KARMADA_KUBECONFIG;
if (!kubeconfig) {
  console.log(
    'Skipped: KARMADA_KUBECONFIG names no Karmada. Set it to a kubeconfig of a control plane you may create a namespace on.',
  );
  process.exit(0);
}
if (!fs.existsSync(kubeconfig)) {
  console.error('KARMADA_KUBECONFIG names a file that does not exist');
  process.exit(1);
}
if (!process.env.KARMADA_LAB) {
  console.log(
    'KARMADA_LAB names no script: the journeys that break things (hang, kill, back, agg off, webhook off) are skipped.',
  );
}

await ensureToolchain(import.meta.url);
await ensureInstalled();
const executable = findBrowser();
await buildFrontend();
try {
  await run('yarn', ['playwright', 'test', '--reporter=list'], {
    env: { ...process.env, FAIRWAY_LIVE: '1', CHROMIUM_PATH: executable },
  });
} catch (error) {
  process.exit(error.exitCode ?? 1);
}
