import path from 'node:path';
import { armDemoLane } from './armDemoLane.mjs';
import { buildFrontend } from './buildFrontend.mjs';
import { startPortal } from './portal.mjs';
import { readyText } from './readyText.mjs';
import { ensureInstalled, ensureToolchain, root } from './toolchain.mjs';

await ensureToolchain(import.meta.url);
await ensureInstalled();
await buildFrontend();

const port = Number(process.env.PORT ?? 7007);
console.log('Starting the embedded world and the portal');
const adminPort = Number(process.env.ADMIN_PORT ?? port + 1);
const portal = await startPortal({
  dir: path.join(root, '.fairway'),
  port,
  adminPort,
  lively: true,
});
// Nobody waits for it: it comes to be while people look around.
armDemoLane({
  url: portal.url,
  adminUrl: `http://127.0.0.1:${adminPort}`,
}).catch(error => console.error(error.message));

/** Whom the sign-in page offers; nobody where that cannot be read, because the portal is ready all the same. */
async function personasOf(url) {
  try {
    const answer = await fetch(`${url}/api/demo/personas`, {
      // Where the portal is must be said all the same.
      signal: AbortSignal.timeout(2_000),
    });
    return answer.ok ? (await answer.json()).items : [];
  } catch {
    return [];
  }
}

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
console.log(readyText(portal.url, await personasOf(portal.url)));
await portal.ended;
await stop(1);
