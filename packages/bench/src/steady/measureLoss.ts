import { setTimeout as sleep } from 'node:timers/promises';
import { BenchResult } from '../lib/Bench';
import { InventoryDatabase } from '../portal/inventoryDatabase';
import { Measured } from '../portal/startMeasured';
import { Scale } from '../scale/startScale';

/** The first cluster, on which almost every binding has a target, is lost; then Karmada stamps all of them anew. */
export async function measureLoss(
  portal: Measured,
  scale: Scale,
  options: { dir: string; bindings: number },
): Promise<BenchResult> {
  const database = InventoryDatabase.open(options);
  try {
    // Targets that wait for a deadline are derived again when it comes; that is not what is counted here.
    await sleep(20_000);
    await database.countWrites();
    await scale.drive('/lose?n=0');
    await sleep(10_000);
    const lost = await database.writes();
    await database.resetWrites();
    await scale.drive(`/restamp?count=${options.bindings}&pauseMs=20`);
    await sleep(10_000);
    const stamped = await database.writes();
    await scale.drive('/recover?n=0');
    await sleep(3000);
    await portal.ask('sample');
    return {
      bars: [
        {
          what: `rows written when a cluster with ${options.bindings} targets is lost`,
          value: lost,
          unit: 'rows',
          bar: 10,
        },
        {
          what: 'rows written when all bindings are stamped anew',
          value: stamped,
          unit: 'rows',
          bar: 0,
        },
      ],
    };
  } finally {
    await database.stopCounting();
    await database.close();
  }
}
