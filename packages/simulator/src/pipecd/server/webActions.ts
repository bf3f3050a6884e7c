import { approve } from '../controlplane/approve';
import type { ControlPlane } from '../controlplane/ControlPlane';
import { isOver } from '../model/isOver';
import { CommandType } from '../model/enums';
import type { Stage } from '../model/messages';
import type { CallerOf } from './caller';
import { found } from './found';
import type { OfApplication, OfDeployment } from './requests';
import { required } from './required';
import { RpcError } from './RpcError';
import type { Rpc } from './startRpcServer';

const loggedIn = () =>
  new RpcError(
    7,
    "Requested deployment doesn't belong to the project you logged in",
  );

function skippable(stages: Stage[], id: string): Stage {
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
  return stage;
}

/** What sessions may do. Each of them leaves a command that a piped may read, or not. */
export function webActions(
  controlPlane: ControlPlane,
  caller: CallerOf,
): Record<string, Rpc> {
  const { applications, deployments, pipeds } = controlPlane;
  const ids = (request: OfDeployment, message: string) => ({
    deploymentId: required(request.deployment_id, message, 'DeploymentId'),
    stageId: required(request.stage_id, message, 'StageId'),
  });
  return {
    SyncApplication: (request: OfApplication, metadata) => {
      const { sub, projectId } = caller(metadata, 'APPLICATION.UPDATE');
      const { id, piped_id } = found(
        applications,
        required(
          request.application_id,
          'SyncApplicationRequest',
          'ApplicationId',
        ),
        {
          name: 'Application',
          projectId,
          foreign: new RpcError(
            7,
            'Requested application does not belong to your project',
          ),
        },
      );
      return {
        command_id: controlPlane.addCommand({
          piped_id,
          application_id: id,
          project_id: projectId,
          commander: sub,
          type: CommandType.SYNC_APPLICATION,
          sync_application: {
            application_id: id,
            sync_strategy: request.sync_strategy,
          },
        }),
      };
    },
    ApproveStage: (request: OfDeployment, metadata) => {
      const claims = caller(metadata, 'DEPLOYMENT.UPDATE');
      const { deploymentId, stageId } = ids(request, 'ApproveStageRequest');
      return {
        command_id: approve(controlPlane, claims, deploymentId, stageId),
      };
    },
    SkipStage: (request: OfDeployment, metadata) => {
      const { sub, projectId } = caller(metadata, 'DEPLOYMENT.UPDATE');
      const { deploymentId, stageId } = ids(request, 'SkipStageRequest');
      const deployment = found(deployments, deploymentId, {
        name: 'Deployment',
        projectId,
        foreign: loggedIn(),
      });
      skippable(deployment.stages, stageId);
      return {
        command_id: controlPlane.addCommand({
          piped_id: deployment.piped_id,
          application_id: deployment.application_id,
          deployment_id: deploymentId,
          stage_id: stageId,
          project_id: projectId,
          commander: sub,
          type: CommandType.SKIP_STAGE,
          skip_stage: { deployment_id: deploymentId, stage_id: stageId },
        }),
      };
    },
    CancelDeployment: (request: OfDeployment, metadata) => {
      const { sub, projectId } = caller(metadata, 'DEPLOYMENT.UPDATE');
      const deployment = found(
        deployments,
        required(
          request.deployment_id,
          'CancelDeploymentRequest',
          'DeploymentId',
        ),
        {
          name: 'Deployment',
          projectId,
          foreign: new RpcError(
            7,
            'Requested deployment does not belong to your project',
          ),
        },
      );
      if (isOver(deployment)) {
        throw new RpcError(
          9,
          'could not cancel the deployment because it was already completed',
        );
      }
      const { force_rollback, force_no_rollback } = request;
      return {
        command_id: controlPlane.addCommand({
          piped_id: deployment.piped_id,
          application_id: deployment.application_id,
          deployment_id: deployment.id,
          project_id: projectId,
          commander: sub,
          type: CommandType.CANCEL_DEPLOYMENT,
          cancel_deployment: {
            deployment_id: deployment.id,
            force_rollback,
            force_no_rollback,
          },
        }),
      };
    },
    RestartPiped: (request: { piped_id?: string }, metadata) => {
      const { sub, projectId } = caller(metadata, 'PIPED.UPDATE');
      const { id } = found(
        pipeds,
        required(request.piped_id, 'RestartPipedRequest', 'PipedId'),
        {
          name: 'Piped',
          projectId,
          foreign: new RpcError(
            7,
            "Requested piped doesn't belong to the project you logged in",
          ),
        },
      );
      return {
        command_id: controlPlane.addCommand({
          piped_id: id,
          project_id: projectId,
          commander: sub,
          type: CommandType.RESTART_PIPED,
          restart_piped: { piped_id: id },
        }),
      };
    },
  };
}
