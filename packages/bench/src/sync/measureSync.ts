import path from 'node:path';
import fs from 'node:fs';
import { until } from '../lib/until';
import { InventoryDatabase } from '../portal/inventoryDatabase';
import { Measured, ready, startMeasured } from '../portal/startMeasured';

const MIB = 1024 * 1024;

/** A first sync, as it was seen. */
export interface Sync {
  seconds: number;
  /** Peak of resident memory above that of the same portal without a source, MiB. */
  memory: number;
  lagP99: number;
  lagMax: number;
}

async function idleMemory(dir: string, port: number): Promise<number> {
  const portal = startMeasured({ dir, port });
  try {
    await ready(portal);
    await new Promise(resolve => setTimeout(resolve, 15_000));
    await portal.ask('gc');
    return (await portal.ask('sample')).rss;
  } finally {
    await portal.stop();
  }
}

async function watchSync(
  portal: Measured,
  options: { dir: string; postgres?: string; bindings: number },
): Promise<{ seconds: number; peak: number; lagP99: number; lagMax: number }> {
  const startedAt = await until('Observing', 120, () =>
    portal.loggedAt(/observed by this replica/),
  );
  await portal.ask('reset');
  const database = InventoryDatabase.open(options);
  let peak = 0;
  try {
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
    const { lagP99, lagMax } = await portal.ask('sample');
    const placed = await database.count('inventory_placement');
    if (placed !== options.bindings) {
      throw new Error(`${placed} of ${options.bindings} bindings were stored`);
    }
    return { seconds: (end - startedAt) / 1000, peak, lagP99, lagMax };
  } finally {
    await database.close();
  }
}

/** Lets a portal with an empty database read a scale world, and leaves it running. */
export async function measureSync(options: {
  dir: string;
  port: number;
  kubeconfig: string;
  bindings: number;
  postgres?: string;
  catalog?: string;
}): Promise<{ sync: Sync; portal: Measured }> {
  const { dir, port, kubeconfig, postgres, catalog } = options;
  const idle = path.join(dir, 'idle');
  fs.mkdirSync(idle, { recursive: true });
  const before = await idleMemory(idle, port);
  const portal = startMeasured({ dir, port, kubeconfig, postgres, catalog });
  try {
    const seen = await watchSync(portal, options);
    return {
      portal,
      sync: {
        seconds: seen.seconds,
        memory: (seen.peak - before) / MIB,
        lagP99: seen.lagP99,
        lagMax: seen.lagMax,
      },
    };
  } catch (error) {
    await portal.stop();
    throw error;
  }
}
