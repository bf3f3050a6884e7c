import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Starts one portal on one embedded world for all tests; ends both afterwards. */
export default async function globalSetup() {
  if (process.env.FAIRWAY_URL && process.env.FAIRWAY_ADMIN_URL) {
    // A portal that somebody keeps running while they write tests.
    return undefined;
  }
  const { startPortal } = await import('../scripts/portal.mjs');
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'fairway-e2e-'));
  const port = 7107;
  const portal = await startPortal({ dir, port, adminPort: port + 1 });
  process.env.FAIRWAY_URL = portal.url;
  process.env.FAIRWAY_ADMIN_URL = `http://127.0.0.1:${port + 1}`;
  process.env.FAIRWAY_TEST_KUBECONFIG = portal.kubeconfig;
  return async () => {
    await portal.stop();
    if (!process.env.FAIRWAY_KEEP) {
      fs.rmSync(dir, { recursive: true, force: true });
    }
  };
}
