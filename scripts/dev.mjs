import path from 'node:path';
import { startSimulator } from './portal.mjs';
import { ensureInstalled, ensureToolchain, root, run } from './toolchain.mjs';

await ensureToolchain(import.meta.url);
await ensureInstalled();

const dir = path.join(root, '.fairway/dev');
const simulator = await startSimulator({
  dir,
  adminPort: 7008,
  args: [
    '--webhook-url',
    'http://127.0.0.1:7007/api/multicluster/v1/sources/pipecd/hook',
    '--gate-url',
    'http://127.0.0.1:7007/api/multicluster/v1/gates/answer',
    '--lively',
  ],
});
try {
  const config = ['app-config.yaml', 'app-config.delivery.yaml'].flatMap(
    file => ['--config', path.join(root, file)],
  );
  await run('yarn', ['backstage-cli', 'repo', 'start', ...config], {
    env: {
      ...process.env,
      ...simulator.env,
      FAIRWAY_KUBECONFIG: simulator.kubeconfig,
      FAIRWAY_DATA: path.join(dir, 'db'),
    },
  });
} finally {
  await simulator.stop();
}
