import path from 'node:path';
import { startSimulator } from './portal.mjs';
import { ensureInstalled, ensureToolchain, root, run } from './toolchain.mjs';

await ensureToolchain(import.meta.url);
await ensureInstalled();

const dir = path.join(root, '.fairway/dev');
const simulator = await startSimulator({ dir, adminPort: 7008 });
try {
  await run('yarn', ['backstage-cli', 'repo', 'start'], {
    env: {
      ...process.env,
      FAIRWAY_KUBECONFIG: simulator.kubeconfig,
      FAIRWAY_DATA: path.join(dir, 'db'),
    },
  });
} finally {
  await simulator.stop();
}
