import { SchedulerService } from '@backstage/backend-plugin-api';
import { Inventory } from '../inventory/Inventory';

/** Deletes what is kept no longer, on one replica at a time. */
export async function scheduleRetention(
  scheduler: SchedulerService,
  inventory: Pick<Inventory, 'prune'>,
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'multicluster-retention',
    frequency: { hours: 1 },
    timeout: { minutes: 30 },
    // Not while a back end that starts reads its first lists.
    initialDelay: { minutes: 5 },
    scope: 'global',
    fn: signal => inventory.prune(signal),
  });
}
