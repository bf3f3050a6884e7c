import fs from 'node:fs';
import path from 'node:path';

/** What the back end stores of the world: the inventory with its requests, and notifications that lead to them. */
const STORES = ['multicluster', 'notifications'];

/**
 * Each start makes another world, with a past that was over before it. What was stored of the last one would stand beside
 * it for good, and of the new one only what changes from now on would be read.
 *
 * @param {string} dir - of a portal that does not run
 */
export function forgetWorld(dir) {
  for (const store of STORES) {
    for (const end of ['', '-wal', '-shm']) {
      fs.rmSync(path.join(dir, 'db', `${store}.sqlite${end}`), { force: true });
    }
  }
}
