import { approve } from '../controlplane/approve';
import type { ControlPlane } from '../controlplane/ControlPlane';
import { CommandType } from '../model/enums';
import { isOver } from '../model/isOver';
import type { Deployment, Stage } from '../model/messages';
import type { CallerOf } from './caller';
import { found } from './found';
import type { OfApplication, OfDeployment } from './requests';
import { required } from './required';
import { RpcError } from './RpcError';
import type { Rpc } from './startRpcServer';

function skippable(stages: Stage[], id: string): void {
  const stage = stages.find(candidate => candidate.id === id);
  if (!stage) {
    throw new RpcError(9, 'The stage was not found in the deployment');
  }
  if (stage.name !== 'ANALYSIS') {
    throw new RpcError(
      9,
      `SKIP STAGE is not supported for stage "${stage.name}"`,
    );
  }
  if ((stage.status ?? 0) > 1) {
    throw new RpcError(
      9,
      'Could not skip the stage because it was already completed',
    );
  }
}

function idsOf(request: OfDeployment, message: string) {
  return {
    deploymentId: required(request.deployment_id, message, 'DeploymentId'),
    stageId: required(request.stage_id, message, 'StageId'),
  };
}

function ofDeployment(deployment: Deployment, commander: string) {
  return {
    piped_id: deployment.piped_id,
    application_id: deployment.application_id,
    deployment_id: deployment.id,
    project_id: deployment.project_id,
    commander,
  };
}

function sync(controlPlane: ControlPlane, caller: CallerOf): Rpc {
  return (request: OfApplication, metadata) => {
    const { sub, projectId } = caller(metadata, 'APPLICATION.UPDATE');
    const applicationId = required(
      request.application_id,
      'SyncApplicationRequest',
      'ApplicationId',
    );
    const { id, piped_id } = found(controlPlane.applications, applicationId, {
      name: 'Application',
      projectId,
      foreign: new RpcError(
        7,
        'Requested application does not belong to your project',
      ),
    });
    const { sync_strategy } = request;
    return {
      command_id: controlPlane.addCommand({
        piped_id,
        application_id: id,
        project_id: projectId,
        commander: sub,
        type: CommandType.SYNC_APPLICATION,
        sync_application: { application_id: id, sync_strategy },
      }),
    };
  };
}

function skip(controlPlane: ControlPlane, caller: CallerOf): Rpc {
  return (request: OfDeployment, metadata) => {
    const { sub, projectId } = caller(metadata, 'DEPLOYMENT.UPDATE');
    const { deploymentId, stageId } = idsOf(request, 'SkipStageRequest');
    const deployment = found(controlPlane.deployments, deploymentId, {
      name: 'Deployment',
      projectId,
      foreign: new RpcError(
        7,
        "Requested deployment doesn't belong to the project you logged in",
      ),
    });
    skippable(deployment.stages, stageId);
    return {
      command_id: controlPlane.addCommand({
        ...ofDeployment(deployment, sub),
        stage_id: stageId,
        type: CommandType.SKIP_STAGE,
        skip_stage: { deployment_id: deploymentId, stage_id: stageId },
      }),
    };
  };
}

function cancel(controlPlane: ControlPlane, caller: CallerOf): Rpc {
  return (request: OfDeployment, metadata) => {
    const { sub, projectId } = caller(metadata, 'DEPLOYMENT.UPDATE');
    const deploymentId = required(
      request.deployment_id,
      'CancelDeploymentRequest',
      'DeploymentId',
    );
    const deployment = found(controlPlane.deployments, deploymentId, {
      name: 'Deployment',
      projectId,
      foreign: new RpcError(
        7,
        'Requested deployment does not belong to your project',
      ),
    });
    if (isOver(deployment)) {
      throw new RpcError(
        9,
        'could not cancel the deployment because it was already completed',
      );
    }
    // Whether a rollback is asked for is stored and read by nobody.
    const { force_rollback, force_no_rollback } = request;
    return {
      command_id: controlPlane.addCommand({
        ...ofDeployment(deployment, sub),
        type: CommandType.CANCEL_DEPLOYMENT,
        cancel_deployment: {
          deployment_id: deployment.id,
          force_rollback,
          force_no_rollback,
        },
      }),
    };
  };
}

function restart(controlPlane: ControlPlane, caller: CallerOf): Rpc {
  return (request: { piped_id?: string }, metadata) => {
    const { sub, projectId } = caller(metadata, 'PIPED.UPDATE');
    const pipedId = required(
      request.piped_id,
      'RestartPipedRequest',
      'PipedId',
    );
    const { id } = found(controlPlane.pipeds, pipedId, {
      name: 'Piped',
      projectId,
      foreign: new RpcError(
        7,
        "Requested piped doesn't belong to the project you logged in",
      ),
    });
    return {
      command_id: controlPlane.addCommand({
        piped_id: id,
        project_id: projectId,
        commander: sub,
        type: CommandType.RESTART_PIPED,
        restart_piped: { piped_id: id },
      }),
    };
  };
}

/** What sessions may do. Each of them leaves a command that a piped may read, or not. */
export function webActions(
  controlPlane: ControlPlane,
  caller: CallerOf,
): Record<string, Rpc> {
  return {
    SyncApplication: sync(controlPlane, caller),
    SkipStage: skip(controlPlane, caller),
    CancelDeployment: cancel(controlPlane, caller),
    RestartPiped: restart(controlPlane, caller),
    ApproveStage: (request: OfDeployment, metadata) => {
      const claims = caller(metadata, 'DEPLOYMENT.UPDATE');
      const { deploymentId, stageId } = idsOf(request, 'ApproveStageRequest');
      return {
        command_id: approve(controlPlane, claims, deploymentId, stageId),
      };
    },
  };
}
