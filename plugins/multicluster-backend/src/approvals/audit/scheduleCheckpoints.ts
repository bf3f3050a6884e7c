import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { AuditCheckpoints } from './AuditCheckpoints';
import { AuditConfig } from './readAuditConfig';

/**
 * Signs the trail again and again, on one replica at a time. All replicas have to reach the same file; one that cannot write it
 * says so each time, and the trail goes on.
 */
export async function scheduleCheckpoints(options: {
  scheduler: SchedulerService;
  logger: LoggerService;
  knex: Knex;
  config: AuditConfig;
}): Promise<void> {
  const { scheduler, logger, knex, config } = options;
  if (!config.checkpoints) {
    logger.warn(
      'The trail of approvals is not signed: with multicluster.approvals.audit.checkpoints it could be told when its end was cut off',
    );
    return;
  }
  const { file, keyFile, every } = config.checkpoints;
  const checkpoints = AuditCheckpoints.create({ knex, file, keyFile });
  await scheduler.scheduleTask({
    id: 'multicluster-approval-checkpoints',
    frequency: every,
    timeout: { minutes: 5 },
    initialDelay: { seconds: 30 },
    scope: 'global',
    fn: async () => {
      await checkpoints.write();
    },
  });
}
