import {
  CommandStatus,
  CommandType,
  Severity,
  StageStatus,
} from '../../model/enums';
import { EventType } from '../PipedEvent';
import type { StageRunner } from '../StageContext';

const SIX_HOURS = 6 * 3600;

function listOf(text: string | undefined): string[] {
  return text ? text.split(', ') : [];
}

function shown(seconds: number): string {
  return seconds % 3600 === 0 ? `${seconds / 3600}h0m0s` : `${seconds}s`;
}

/** A gate of a v0 piped: one approval is counted at each tick, and each shows at once. */
export const approvalV0: StageRunner = context => {
  const { spec, host } = context;
  const needed = spec.minApproverNum ?? 1;
  const timeout = spec.timeout ?? SIX_HOURS;
  context.log(`Waiting for approval from at least ${needed} user(s)...`);
  host.notify({
    type: EventType.WAIT_APPROVAL,
    deployment: context.deployment(),
  });
  context.after(timeout * 1000, () => {
    context.log(`Timed out ${shown(timeout)}`, Severity.ERROR);
    context.finish(StageStatus.FAILURE);
  });
  context.everyTick(() => {
    const [command] = context.commands(CommandType.APPROVE_STAGE);
    if (!command) {
      return;
    }
    host.controlPlane.handleCommand(command.id, CommandStatus.SUCCEEDED);
    const approved = listOf(context.stage().metadata?.ApprovedBy);
    const user = command.commander ?? '';
    if (approved.includes(user)) {
      context.log(`Approval from the same user (${user}) will not be counted`);
      return;
    }
    approved.push(user);
    const names = approved.join(', ');
    context.log(`Got approval from "${user}"`);
    context.setMetadata({ ApprovedBy: names });
    if (approved.length < needed) {
      context.log(`Waiting for ${needed - approved.length} other approvers...`);
      return;
    }
    if (needed > 1) {
      context.log('Received all needed approvals');
    }
    context.log(
      `This stage has been approved by ${approved.length} user${
        approved.length > 1 ? 's' : ''
      } (${names})`,
    );
    host.notify({
      type: EventType.APPROVED,
      deployment: context.deployment(),
      more: { approver: names },
    });
    context.finish(StageStatus.SUCCESS);
  });
};
