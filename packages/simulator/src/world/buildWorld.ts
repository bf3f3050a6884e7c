import type { SimulatorOptions } from '../startSimulator';
import { controlPlaneAccess } from './access';
import { buildDefaultWorld } from './default/buildDefaultWorld';
import { World } from './World';

/** The worlds there are. */
export type WorldName = 'default' | 'empty';

const HOUR = 3_600_000;

/** How long the default world has existed when it is first looked at. */
const HISTORY = 2 * HOUR;

function joinThree(world: World): void {
  for (const index of [1, 2]) {
    world.join({
      name: `member${index}`,
      provider: 'aws',
      region: `region-${index}`,
      zones: [`zone-${index}`],
      labels: { tier: 'prod' },
    });
  }
  world.join({
    name: 'member3',
    syncMode: 'Pull',
    provider: 'gcp',
    region: 'region-3',
    zones: ['zone-3'],
    labels: { tier: 'edge' },
  });
}

/** Builds a world up to the present; its clock still stands. */
export function buildWorld(options: SimulatorOptions): World {
  const { world: name = 'default', seed } = options;
  const past = name === 'default' ? HISTORY : 60_000;
  const world = World.create({ seed, startAt: Date.now() - past });
  for (const object of controlPlaneAccess) {
    world.apply(object);
  }
  if (name === 'default') {
    buildDefaultWorld(world);
  } else {
    joinThree(world);
  }
  // Building takes its time as well: the world must not stand in the past when it goes live.
  world.pass(Math.max(0, Date.now() - world.clock.now()));
  return world;
}
