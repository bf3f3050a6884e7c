import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const NAME = 'fairway-live';

/** What the portal is given to read: the Karmada that is named, and one service on it. */
function writeConfig(dir: string): string {
  const catalog = path.join(dir, 'catalog.json');
  fs.writeFileSync(
    catalog,
    JSON.stringify({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: NAME,
        annotations: { 'backstage.io/kubernetes-id': NAME },
      },
      spec: { type: 'service', lifecycle: 'test', owner: 'team-canary' },
    }),
  );
  const people = path.resolve(__dirname, '../../packages/simulator/catalog');
  const config = path.join(dir, 'live.json');
  const kubeconfig = { file: process.env.KARMADA_KUBECONFIG };
  fs.writeFileSync(
    config,
    JSON.stringify({
      catalog: {
        locations: [
          {
            type: 'file',
            target: path.join(people, 'all.yaml'),
            rules: [{ allow: ['Location', 'User', 'Group', 'System'] }],
          },
          { type: 'file', target: catalog },
        ],
      },
      multicluster: {
        environments: [],
        karmada: {
          controlPlanes: [
            {
              name: 'karmada',
              title: 'Live Karmada',
              kubeconfig,
              credentials: { logs: { kubeconfig }, works: { kubeconfig } },
              identity: { mode: 'service' },
            },
          ],
        },
      },
    }),
  );
  return config;
}

/** Starts the portal on the Karmada named by KARMADA_KUBECONFIG. */
export default async function globalSetup() {
  const { startBackend } = await import('../../scripts/portal.mjs');
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'fairway-live-'));
  const portal = await startBackend({
    dir,
    port: 7207,
    kubeconfig: process.env.KARMADA_KUBECONFIG!,
    config: [writeConfig(dir)],
  });
  process.env.FAIRWAY_URL = portal.url;
  process.env.FAIRWAY_LIVE_NAMESPACE = `${NAME}-${randomBytes(3).toString(
    'hex',
  )}`;
  return async () => {
    await portal.stop();
    fs.rmSync(dir, { recursive: true, force: true });
  };
}
