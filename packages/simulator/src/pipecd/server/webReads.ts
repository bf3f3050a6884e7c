import type { ControlPlane } from '../controlplane/ControlPlane';
import { page } from '../controlplane/page';
import { pipedStatus } from '../controlplane/pipedStatus';
import type { CallerOf } from './caller';
import { Crash } from './Crash';
import { found } from './found';
import { first, hasLabels } from './matches';
import type {
  ListApplicationsWeb,
  ListDeploymentsWeb,
  ListPipeds,
  OfApplication,
  OfDeployment,
} from './requests';
import { required } from './required';
import { RpcError } from './RpcError';
import type { Rpc } from './startRpcServer';

const foreign = (name: string) =>
  new RpcError(7, `Requested ${name} does not belong to your project`);

function applicationReads(
  { applications, liveStates }: ControlPlane,
  caller: CallerOf,
): Record<string, Rpc> {
  const of = (request: OfApplication, projectId: string, message: string) =>
    found(
      applications,
      required(request.application_id, message, 'ApplicationId'),
      { name: 'Application', projectId, foreign: foreign('application') },
    );
  return {
    ListApplications: ({ options }: ListApplicationsWeb, metadata) => {
      const { projectId } = caller(metadata, 'APPLICATION.LIST');
      if (!options) {
        throw new Crash('no options');
      }
      const { enabled } = options;
      const { rows } = page(
        [...applications.values()].filter(
          row =>
            row.project_id === projectId &&
            (!enabled || Boolean(enabled.value) === !row.disabled) &&
            first(options.kinds, row.kind ?? 0) &&
            first(options.sync_statuses, row.sync_state?.status ?? 0) &&
            (!options.name || row.name === options.name) &&
            (!options.piped_id || row.piped_id === options.piped_id) &&
            hasLabels(row, options.labels),
        ),
        { size: 0, refused: 'Failed to get applications' },
      );
      return { applications: rows };
    },
    GetApplication: (request: OfApplication, metadata) => {
      const { projectId } = caller(metadata, 'APPLICATION.GET');
      return { application: of(request, projectId, 'GetApplicationRequest') };
    },
    GetApplicationLiveState: (request: OfApplication, metadata) => {
      const { projectId } = caller(metadata, 'APPLICATION.GET');
      const { id } = of(request, projectId, 'GetApplicationLiveStateRequest');
      const snapshot = liveStates.get(id);
      if (!snapshot) {
        throw new RpcError(
          5,
          'Entity was not found to get application live state',
        );
      }
      return { snapshot };
    },
  };
}

function deploymentReads(
  { deployments, logs }: ControlPlane,
  caller: CallerOf,
): Record<string, Rpc> {
  return {
    ListDeployments: (request: ListDeploymentsWeb, metadata) => {
      const { projectId } = caller(metadata, 'DEPLOYMENT.LIST');
      const { options = {} } = request;
      const { rows, cursor } = page(
        [...deployments.values()].filter(
          row =>
            row.project_id === projectId &&
            row.updated_at >= (request.page_min_updated_at ?? 0) &&
            first(options.statuses, row.status ?? 0) &&
            first(options.kinds, row.kind ?? 0) &&
            first(options.application_ids, row.application_id) &&
            (!options.application_name ||
              row.application_name === options.application_name),
        ),
        {
          size: request.page_size ?? 0,
          cursor: request.cursor,
          refused: 'Failed to get deployments',
        },
      );
      return {
        deployments: rows.filter(row => hasLabels(row, options.labels)),
        cursor,
      };
    },
    GetDeployment: (request: OfDeployment, metadata) => {
      const { projectId } = caller(metadata, 'DEPLOYMENT.GET');
      const id = required(
        request.deployment_id,
        'GetDeploymentRequest',
        'DeploymentId',
      );
      const deployment = found(deployments, id, {
        name: 'Deployment',
        projectId,
        foreign: foreign('deployment'),
      });
      return { deployment };
    },
    GetStageLog: (request: OfDeployment, metadata) => {
      const { projectId } = caller(metadata, 'DEPLOYMENT.GET');
      const id = required(
        request.deployment_id,
        'GetStageLogRequest',
        'DeploymentId',
      );
      const stageId = required(
        request.stage_id,
        'GetStageLogRequest',
        'StageId',
      );
      found(deployments, id, {
        name: 'Deployment',
        projectId,
        foreign: new RpcError(
          7,
          "Requested deployment doesn't belong to the project you logged in",
        ),
      });
      const log = logs.read(id, stageId, request.retried_count);
      if (!log) {
        throw new RpcError(5, 'Entity was not found to get stage logs');
      }
      const from = request.offset_index ?? 0;
      return {
        blocks: log.blocks.filter(({ index }) => index >= from),
        completed: log.completed,
      };
    },
  };
}

function otherReads(
  controlPlane: ControlPlane,
  caller: CallerOf,
): Record<string, Rpc> {
  const { commands, pipeds, projects } = controlPlane;
  return {
    GetCommand: (request: { command_id?: string }, metadata) => {
      const { projectId } = caller(metadata, 'any');
      const id = required(request.command_id, 'GetCommandRequest', 'CommandId');
      const command = found(commands, id, {
        name: 'Command',
        projectId,
        foreign: foreign('command'),
      });
      return { command };
    },
    ListPipeds: ({ with_status, options }: ListPipeds, metadata) => {
      const { projectId } = caller(metadata, 'PIPED.LIST');
      const enabled = options?.enabled;
      const rows = [...pipeds.values()].filter(
        piped =>
          piped.project_id === projectId &&
          (!enabled || Boolean(enabled.value) === !piped.disabled),
      );
      return {
        pipeds: rows.map(piped => ({
          ...piped,
          ...(with_status && { status: pipedStatus(controlPlane, piped.id) }),
        })),
      };
    },
    GetPiped: (request: { piped_id?: string }, metadata) => {
      const { projectId } = caller(metadata, 'PIPED.GET');
      const id = required(request.piped_id, 'GetPipedRequest', 'PipedId');
      const piped = found(pipeds, id, {
        name: 'Piped',
        projectId,
        foreign: new RpcError(
          7,
          "Requested piped doesn't belong to the project you logged in",
        ),
      });
      return { piped };
    },
    // The generated authorizer knows no right for it and says no to everybody, also to Admin.
    ListDeploymentChains: (_request, metadata) => {
      caller(metadata, 'any');
      throw new RpcError(7, 'Permission Denied');
    },
    ListEvents: ({ options }: { options?: object }, metadata) => {
      caller(metadata, 'EVENT.LIST');
      if (!options) {
        throw new Crash('no options');
      }
      return {};
    },
    GetMe: (_request, metadata) => {
      const { sub, projectId } = caller(metadata, 'PROJECT.GET');
      return { subject: sub, project_id: projectId };
    },
    GetProject: (_request, metadata) => {
      const { projectId } = caller(metadata, 'PROJECT.GET');
      const { id, desc, staticAdmin } = projects.get(projectId)!;
      const { username } = staticAdmin;
      return { project: { id, desc, static_admin: { username } } };
    },
  };
}

/** What sessions may read. */
export function webReads(
  controlPlane: ControlPlane,
  caller: CallerOf,
): Record<string, Rpc> {
  return {
    ...applicationReads(controlPlane, caller),
    ...deploymentReads(controlPlane, caller),
    ...otherReads(controlPlane, caller),
  };
}
