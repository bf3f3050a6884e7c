import { workload } from '../builders';
import type { LogEntry } from '../recording/WatchLog';
import { Journey } from './Journey';

/** A Deployment that no policy selects stays where it is written. */
export function canaryCanaryNoPolicy(): LogEntry[] {
  const journey = Journey.create();
  journey.begin('canary-canary');
  journey.world.apply(
    workload({
      name: 'canary-canary',
      namespace: 'demo',
      image: 'ghcr.io/pipe-cd/helloworld:v0.33.0',
    }),
  );
  journey.until(10);
  return journey.end();
}
