import type { World } from '../World';
import { policy, weighted, workload } from '../builders';

/** The references' canary story: a Deployment and a Service, divided 1:1 over member1 and member2. */
export function canary(world: World): void {
  world.apply(
    workload({
      name: 'canary',
      namespace: 'demo',
      image: 'ghcr.io/pipe-cd/helloworld:v0.32.0',
      replicas: 2,
    }),
  );
  world.apply({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'canary', namespace: 'demo' },
    spec: {
      selector: { app: 'canary' },
      ports: [{ port: 9085, targetPort: 9085 }],
    },
  });
  world.apply(
    policy(
      'canary',
      'demo',
      [
        ['Deployment', 'canary'],
        ['Service', 'canary'],
      ],
      { placement: weighted({ member1: 1, member2: 1 }) },
    ),
  );
}
