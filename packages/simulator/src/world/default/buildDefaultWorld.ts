import type { World } from '../World';
import { canary } from './canary';
import { clusters } from './clusters';

/** Tells the demo from its beginning to the present. */
export function buildDefaultWorld(world: World): void {
  clusters(world);
  canary(world);
  world.pass(60_000);
}
