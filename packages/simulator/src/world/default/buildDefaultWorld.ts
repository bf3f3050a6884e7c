import type { World } from '../World';
import { delivery } from '../../pipecd/demo/delivery';
import { plainClusters } from '../../plain/plainClusters';
import { canaryCanary } from './canaryCanary';
import { clusters } from './clusters';
import { demo } from './demo';
import { foundation } from './foundation';
import { lane } from './lane';
import { outage } from './outage';
import { shop } from './shop';
import { trouble } from './trouble';

const MINUTE = 60_000;

/** Tells the demo from its beginning to the present. */
export function buildDefaultWorld(world: World): void {
  clusters(world);
  foundation(world);
  world.pass(MINUTE);
  demo(world);
  world.pass(10 * MINUTE);
  shop(world);
  lane(world);
  world.pass(10 * MINUTE);
  trouble(world);
  world.pass(20 * MINUTE);
  outage(world);
  plainClusters(world);
  delivery(world);
  // A run of the canary has taken it away at its end; it was left behind again.
  canaryCanary(world);
}
