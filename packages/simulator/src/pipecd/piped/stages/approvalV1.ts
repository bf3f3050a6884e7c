import { CommandType, Severity, StageStatus } from '../../model/enums';
import type { StageRunner } from '../StageContext';

/** A gate of a v1 piped: nothing but the log shows an approval until there are enough. */
export const approvalV1: StageRunner = context => {
  const needed = context.spec.minApproverNum ?? 1;
  const approved: string[] = [];
  context.log(`Waiting for approval from at least ${needed} user(s)...`);
  context.everyTick(() => {
    for (const { commander = '' } of context.commands(
      CommandType.APPROVE_STAGE,
    )) {
      if (approved.length < needed && !approved.includes(commander)) {
        approved.push(commander);
        context.log(`Got approval from "${commander}"`);
      }
    }
    if (approved.length < needed) {
      return;
    }
    const names = approved.join(', ');
    if (needed > 1) {
      context.log('Received all needed approvals');
    }
    context.log(
      `This stage has been approved by ${approved.length} user(s) (${names})`,
    );
    context.setMetadata({ 'pipecd/stage-approved-users': names });
    context.setMetadata({
      'pipecd/stage-display-metadata': `Approved by: ${names}`,
    });
    context.finish(StageStatus.SUCCESS);
  });
  return () => {
    context.log(
      'Failed to list stage commands: rpc error: code = Canceled desc = context canceled',
      Severity.ERROR,
    );
    context.log('Wait approval cancelled');
  };
};
