import type { World } from '../World';
import { workload } from '../builders';

/** A trap: like the canary, and no policy selects it. */
export function canaryCanary(world: World): void {
  world.apply(
    workload({
      name: 'canary-canary',
      namespace: 'demo',
      image: 'ghcr.io/pipe-cd/helloworld:v0.33.0',
    }),
  );
}
