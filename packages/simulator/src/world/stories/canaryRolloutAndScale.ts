import { canary } from '../default/canary';
import type { LogEntry } from '../recording/WatchLog';
import { Journey } from './Journey';

/** Divided 1:1, a new image while member1 is still starting, then five replicas. */
export function canaryRolloutAndScale(): LogEntry[] {
  const journey = Journey.create();
  const { world } = journey;
  const name = { namespace: 'demo', name: 'canary' };
  journey.podsTake('member1', 60);
  journey.podsTake('member2', 13);
  journey.begin('canary');
  canary(world);
  journey.until(15.28);
  journey.podsTake('member1', 6.3);
  journey.podsTake('member2', 60);
  world.setImage(name, 'ghcr.io/pipe-cd/helloworld:v0.33.0');
  journey.until(27.36);
  world.scale(name, 5);
  journey.until(29);
  return journey.end();
}
