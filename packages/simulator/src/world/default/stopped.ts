import { karmadaTypes } from '../../karmada/types/karmadaTypes';
import { duplicated } from '../builders';
import type { World } from '../World';
import { place, SHOP } from './shop';

const shopped = (name: string) => ({ namespace: SHOP, name });

/** Held with a newer image waiting; and orphaned, with an edit that reaches nobody. */
export function stopped(world: World): void {
  place(
    world,
    { name: 'checkout', version: '7.3.0', replicas: 2 },
    duplicated('member1', 'eu-central-1'),
  );
  place(
    world,
    { name: 'loyalty', version: '1.1.0', replicas: 2 },
    duplicated('member2', 'us-east-1'),
  );
  world.pass(30_000);
  world.hold(shopped('checkout'), { dispatching: true });
  world.remove(karmadaTypes.PropagationPolicy, shopped('loyalty'));
  world.pass(10_000);
  world.setImage(
    shopped('checkout'),
    'registry.example.org/shop/checkout:7.4.0',
  );
  world.setImage(shopped('loyalty'), 'registry.example.org/shop/loyalty:1.2.0');
}
