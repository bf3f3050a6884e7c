import { byRoom, place } from './shop';
import type { World } from '../World';

/**
 * A service whose dispatch people hold, with copies on two clusters, so that losing one is felt. Nothing holds it yet: the portal is
 * asked to, so that it was a person who did.
 */
export function lane(world: World): void {
  place(
    world,
    { name: 'tickets', version: '2.4.0', replicas: 4 },
    byRoom('member1', 'member2'),
  );
}
