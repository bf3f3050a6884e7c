import { CommandType } from '../model/enums';
import type { Stage } from '../model/messages';
import type { Claims } from '../server/Claims';
import { RpcError } from '../server/RpcError';
import type { ControlPlane } from './ControlPlane';

function approversOf({ authorized_operators, metadata }: Stage): string[] {
  if (authorized_operators.length > 0) {
    return authorized_operators;
  }
  return (metadata?.Approvers ?? '').split(',').filter(Boolean);
}

/**
 * Takes an approval and returns the id of its command. As the real one: the list of approvers is looked at before the
 * project, and neither that the stage is a gate nor that it has begun.
 */
export function approve(
  controlPlane: ControlPlane,
  { sub, projectId }: Claims,
  deploymentId: string,
  stageId: string,
): string {
  const deployment = controlPlane.deployments.get(deploymentId);
  if (!deployment) {
    throw new RpcError(5, 'Deployment is not found');
  }
  const stage = deployment.stages.find(({ id }) => id === stageId);
  const approvers = stage ? approversOf(stage) : [];
  if (approvers.length > 0 && !approvers.includes(sub)) {
    throw new RpcError(
      7,
      `You can't approve this deployment because you (${sub}) are not in the approver list: [${approvers.join(
        ' ',
      )}]`,
    );
  }
  if (deployment.project_id !== projectId) {
    throw new RpcError(
      7,
      "Requested deployment doesn't belong to the project you logged in",
    );
  }
  if (!stage) {
    throw new RpcError(9, 'The stage was not found in the deployment');
  }
  if ((stage.status ?? 0) > 1) {
    throw new RpcError(
      9,
      'Could not approve the stage because it was already completed',
    );
  }
  return controlPlane.addCommand({
    piped_id: deployment.piped_id,
    application_id: deployment.application_id,
    deployment_id: deploymentId,
    stage_id: stageId,
    project_id: projectId,
    commander: sub,
    type: CommandType.APPROVE_STAGE,
    approve_stage: { deployment_id: deploymentId, stage_id: stageId },
  });
}
