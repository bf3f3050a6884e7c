import type { World } from '../World';
import { duplicated, policy, workload } from '../builders';
import type { LogEntry } from '../recording/WatchLog';
import { Journey } from './Journey';

/** A Deployment that needs a ConfigMap and a Secret, on two clusters. */
export function web(world: World, withSecret = true): void {
  world.apply(
    workload({
      name: 'web',
      namespace: 'demo',
      image: 'web:1.0.0',
      replicas: 2,
      envFrom: [
        { configMapRef: { name: 'web-config' } },
        ...(withSecret ? [{ secretRef: { name: 'web-secret' } }] : []),
      ],
    }),
  );
  world.apply({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'web-config', namespace: 'demo' },
    data: { GREETING: 'hello' },
  });
  world.apply({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'web-secret', namespace: 'demo' },
    stringData: { WORDS: 'not-a-real-secret' },
  });
  world.apply(
    policy('web', 'demo', [['Deployment', 'web']], {
      propagateDeps: true,
      placement: duplicated('member1', 'member2'),
    }),
  );
}

/** {@inheritDoc web} */
export function dependencies(): LogEntry[] {
  const journey = Journey.create();
  journey.podsTake('member1', 8.5);
  journey.podsTake('member2', 10.8);
  journey.begin('web');
  web(journey.world);
  journey.until(14);
  return journey.end();
}
