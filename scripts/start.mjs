import path from 'node:path';
import { buildFrontend } from './buildFrontend.mjs';
import { startPortal } from './portal.mjs';
import { ensureInstalled, ensureToolchain, root } from './toolchain.mjs';

await ensureToolchain(import.meta.url);
await ensureInstalled();
await buildFrontend();

const port = Number(process.env.PORT ?? 7007);
console.log('Starting the embedded world and the portal');
const portal = await startPortal({
  dir: path.join(root, '.fairway'),
  port,
  adminPort: Number(process.env.ADMIN_PORT ?? port + 1),
  lively: true,
});
console.log(`\n  Fairway is ready: ${portal.url}\n`);

let stopping = false;
async function stop(code) {
  if (!stopping) {
    stopping = true;
    await portal.stop();
    process.exit(code);
  }
}
process.on('SIGINT', () => stop(0));
process.on('SIGTERM', () => stop(0));
await portal.ended;
await stop(1);
