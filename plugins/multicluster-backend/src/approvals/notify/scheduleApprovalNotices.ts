import { SchedulerService } from '@backstage/backend-plugin-api';
import { ApprovalNotices } from './ApprovalNotices';

/** Looks for what has to be told, on one replica at a time. */
export async function scheduleApprovalNotices(
  scheduler: SchedulerService,
  notices: ApprovalNotices,
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'multicluster-approval-notices',
    frequency: { seconds: 10 },
    timeout: { minutes: 5 },
    initialDelay: { seconds: 10 },
    scope: 'global',
    fn: signal => notices.run(signal),
  });
}
