import type { World } from '../World';
import { evicted } from './evicted';
import { failing } from './failing';
import { kept } from './kept';
import { stopped } from './stopped';
import { unplaced } from './unplaced';

/** A service in trouble of each kind that does not need a lost cluster. */
export function trouble(world: World): void {
  unplaced(world);
  kept(world);
  stopped(world);
  failing(world);
  evicted(world);
}
