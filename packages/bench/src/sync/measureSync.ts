import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../lib/until';
import { InventoryDatabase } from '../portal/inventoryDatabase';
import { Measured, ready, startMeasured } from '../portal/startMeasured';

const MIB = 1024 * 1024;

/** How long a portal that serves goes on with what it does at its start. */
const REST_MS = 10_000;

/** A first sync, as it was seen. */
export interface Sync {
  seconds: number;
  /** Of the processor, spent by the portal. */
  cpuSeconds: number;
  /** Peak of resident memory above that of the same portal before it, MiB. */
  memory: number;
  lagP99: number;
  lagMax: number;
}

interface SyncOptions {
  dir: string;
  port: number;
  kubeconfig: string;
  bindings: number;
  postgres?: string;
  catalog?: string;
}

/**
 * A portal without a source, once: it creates the tables and caches the front end. What its catalog was doing when it
 * was stopped would be taken up only minutes later, so that the portal to come begins a catalog of its own.
 */
async function prepare(options: SyncOptions): Promise<void> {
  const { dir, port, postgres } = options;
  const portal = startMeasured({ dir, port, postgres });
  try {
    await ready(portal);
  } finally {
    await portal.stop();
  }
  for (const suffix of ['', '-journal', '-wal', '-shm']) {
    fs.rmSync(path.join(dir, 'db', `catalog.sqlite${suffix}`), { force: true });
  }
}

async function watchSync(
  portal: Measured,
  database: InventoryDatabase,
  bindings: number,
): Promise<Sync> {
  await ready(portal);
  await sleep(REST_MS);
  await portal.ask('gc');
  const before = await portal.ask('reset');
  await database.release();
  const startedAt = await until('Observing', 120, () =>
    portal.loggedAt(/observed by this replica/),
  );
  let peak = before.rss;
  const end = await until(
    'The first sync',
    600,
    async () => {
      peak = Math.max(peak, (await portal.ask('sample')).rss);
      const lanes = await database.lanes().catch(() => undefined);
      return lanes && lanes.total > 5 && lanes.complete === lanes.total
        ? Date.now()
        : undefined;
    },
    200,
  );
  const after = await portal.ask('sample');
  const placed = await database.count('inventory_placement');
  if (placed !== bindings) {
    throw new Error(`${placed} of ${bindings} bindings were stored`);
  }
  return {
    seconds: (end - startedAt) / 1000,
    cpuSeconds: after.cpuSeconds - before.cpuSeconds,
    memory: (peak - before.rss) / MIB,
    lagP99: after.lagP99,
    lagMax: after.lagMax,
  };
}

/**
 * Lets a portal with an empty inventory read a scale world, and leaves it running.
 *
 * The portal is at rest when it begins: what Backstage itself does at its start is no part of the sync.
 */
export async function measureSync(
  options: SyncOptions,
): Promise<{ sync: Sync; portal: Measured }> {
  await prepare(options);
  const database = InventoryDatabase.open(options);
  try {
    await database.hold({ name: 'karmada', type: 'karmada' });
    const portal = startMeasured(options);
    try {
      const sync = await watchSync(portal, database, options.bindings);
      return { portal, sync };
    } catch (error) {
      await portal.stop();
      throw error;
    }
  } finally {
    await database.close();
  }
}
