import { PipecdStage } from '../native/PipecdRun';
import { StageStatus } from '../native/StageStatus';

/**
 * What came of going back, over all rollback stages that ran: `failed` as soon as one did not succeed; undefined when none ran.
 *
 * @internal
 */
export function rollbackOutcome(
  stages: readonly PipecdStage[],
): 'done' | 'failed' | undefined {
  const ran = stages.filter(
    ({ rollback, status }) =>
      rollback && status !== StageStatus.NOT_STARTED_YET,
  );
  if (ran.length === 0) {
    return undefined;
  }
  return ran.every(({ status }) => status === StageStatus.SUCCESS)
    ? 'done'
    : 'failed';
}
