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
  // What each test expects of a portal that runs; the first one would wait for the start of the world otherwise.
  await untilMatched(portal.url);
  return async () => {
    await portal.stop();
    if (!process.env.FAIRWAY_KEEP) {
      fs.rmSync(dir, { recursive: true, force: true });
    }
  };
}

/** Resolves once the workloads of the demo were observed and belong to their services; rejects after two minutes. */
async function untilMatched(url: string): Promise<void> {
  const deadline = Date.now() + 120_000;
  for (;;) {
    const signedIn = await fetch(`${url}/api/auth/demo/refresh`, {
      headers: {
        'x-demo-persona': 'olivia',
        'x-requested-with': 'XMLHttpRequest',
      },
    });
    const { backstageIdentity } = await signedIn.json();
    const answer = await fetch(
      `${url}/api/multicluster/v1/workloads?ownedBy=group:default/team-canary`,
      { headers: { authorization: `Bearer ${backstageIdentity.token}` } },
    );
    const { total } = answer.ok ? await answer.json() : { total: 0 };
    if (total > 0) {
      return;
    }
    if (Date.now() > deadline) {
      throw new Error('No workload was matched to an entity within 120 s');
    }
    await new Promise(resolve => setTimeout(resolve, 500));
  }
}
