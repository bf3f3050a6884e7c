import { CommandStatus, CommandType } from '../model/enums';
import type { DeploymentRow } from './DeploymentRow';
import { EventType } from './PipedEvent';
import type { RunHost } from './RunHost';

/** A v1 piped marks all commands of a stage when the stage ends, whatever came of them. */
export function handleStageCommands(
  host: RunHost,
  row: DeploymentRow,
  stageId: string,
): void {
  for (const type of [CommandType.APPROVE_STAGE, CommandType.SKIP_STAGE]) {
    for (const command of host.commands(row.id, type)) {
      if (command.stage_id === stageId) {
        host.controlPlane.handleCommand(command.id, CommandStatus.SUCCEEDED);
      }
    }
  }
  const approver =
    row.stage(stageId)?.metadata?.['pipecd/stage-approved-users'];
  if (approver) {
    row.notify(EventType.APPROVED, { approver });
  }
}

/** A cancel is marked when all is over; of two, the one that was not taken stays as it is. */
export function handleCancel(host: RunHost, row: DeploymentRow): void {
  const { status_reason = '' } = row.deployment;
  const commands = host.commands(row.id, CommandType.CANCEL_DEPLOYMENT);
  const taken =
    commands.find(({ commander = '' }) =>
      status_reason.startsWith(`Cancelled by ${commander} `),
    ) ?? (host.version === 'v0' ? commands.at(-1) : commands[0]);
  if (taken) {
    host.controlPlane.handleCommand(taken.id, CommandStatus.SUCCEEDED);
  }
}
