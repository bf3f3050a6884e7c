import { SchedulerService } from '@backstage/backend-plugin-api';
import { ClusterNotices } from './ClusterNotices';

/** Looks for lost clusters whose owners were not told, on one replica at a time. */
export async function scheduleClusterNotices(
  scheduler: SchedulerService,
  notices: ClusterNotices,
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'multicluster-cluster-notices',
    frequency: { seconds: 30 },
    timeout: { minutes: 5 },
    initialDelay: { seconds: 30 },
    scope: 'global',
    fn: signal => notices.run(signal),
  });
}
