import fs from 'node:fs';
import path from 'node:path';

/** The services of a scale world as entities of the catalog, owned by the personas' teams in turn. */
export function writeCatalog(dir: string, services: number): string {
  const file = path.join(dir, 'services.yaml');
  const owners = ['team-canary', 'team-orders', 'platform'];
  const entities = Array.from({ length: services }, (_, n) =>
    JSON.stringify({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: `svc-${n}`,
        annotations: { 'backstage.io/kubernetes-id': `svc-${n}` },
      },
      spec: {
        type: 'service',
        lifecycle: 'production',
        owner: owners[n % owners.length],
      },
    }),
  );
  fs.writeFileSync(file, entities.join('\n---\n'));
  return file;
}
