import type { ControlPlane } from '../controlplane/ControlPlane';
import { page } from '../controlplane/page';
import { CommandType } from '../model/enums';
import type { StageLog } from '../model/messages';
import { apiKey } from './apiKey';
import { Crash } from './Crash';
import { found } from './found';
import { first, hasLabels } from './matches';
import type {
  ListApplicationsApi,
  ListDeploymentsApi,
  OfApplication,
  OfDeployment,
} from './requests';
import { required } from './required';
import { RpcError } from './RpcError';
import type { Rpc } from './startRpcServer';

const KINDS: Record<string, number> = {
  KUBERNETES: 0,
  TERRAFORM: 1,
  LAMBDA: 3,
  CLOUDRUN: 4,
  ECS: 5,
};

const STATUSES = [
  'PENDING',
  'PLANNED',
  'RUNNING',
  'ROLLING_BACK',
  'SUCCESS',
  'FAILURE',
  'CANCELLED',
].map(name => `DEPLOYMENT_${name}`);

/** The kind of that name; an empty one in a list ends a real process. */
function kindOf(name: string): number {
  if (KINDS[name] === undefined) {
    throw new RpcError(3, 'Invalid application kind');
  }
  return KINDS[name];
}

function statusOf(name: string): number {
  const status = STATUSES.indexOf(name);
  if (status < 0) {
    throw new RpcError(3, `${name} is invalid deployment status`);
  }
  return status;
}

const foreign = (name: string) =>
  new RpcError(3, `Requested ${name} does not belong to your project`);

/** The service for keys: reads, sync, and nothing that decides. */
export function apiService(controlPlane: ControlPlane): Record<string, Rpc> {
  const { applications, deployments, commands, pipeds } = controlPlane;
  const deploymentOf = (request: OfDeployment, projectId: string) =>
    found(
      deployments,
      required(request.deployment_id, 'GetDeploymentRequest', 'DeploymentId'),
      { name: 'Deployment', projectId, foreign: foreign('deployment') },
    );
  const applicationOf = (
    request: OfApplication,
    projectId: string,
    message: string,
  ) =>
    found(
      applications,
      required(request.application_id, message, 'ApplicationId'),
      { name: 'Application', projectId, foreign: foreign('application') },
    );
  return {
    ListApplications: (request: ListApplicationsApi, metadata) => {
      const { projectId } = apiKey(metadata, controlPlane, 'read');
      const kind = request.kind ? kindOf(request.kind) : undefined;
      const { rows, cursor } = page(
        [...applications.values()].filter(
          row =>
            row.project_id === projectId &&
            Boolean(row.disabled) === Boolean(request.disabled) &&
            (!request.name || row.name === request.name) &&
            (!request.piped_id || row.piped_id === request.piped_id) &&
            (kind === undefined || (row.kind ?? 0) === kind),
        ),
        {
          size: request.limit ?? 0,
          cursor: request.cursor,
          refused: 'Failed to failed to list applications',
        },
      );
      const matching = rows.filter(row => hasLabels(row, request.labels));
      return { applications: matching, cursor };
    },
    GetApplication: (request: OfApplication, metadata) => {
      const { projectId } = apiKey(metadata, controlPlane, 'read');
      return {
        application: applicationOf(request, projectId, 'GetApplicationRequest'),
      };
    },
    SyncApplication: (request: OfApplication, metadata) => {
      const key = apiKey(metadata, controlPlane, 'write');
      const { id, piped_id } = applicationOf(
        request,
        key.projectId,
        'SyncApplicationRequest',
      );
      return {
        command_id: controlPlane.addCommand({
          piped_id,
          application_id: id,
          project_id: key.projectId,
          commander: key.id,
          type: CommandType.SYNC_APPLICATION,
          sync_application: { application_id: id },
        }),
      };
    },
    ListDeployments: (request: ListDeploymentsApi, metadata) => {
      const { projectId } = apiKey(metadata, controlPlane, 'read');
      if (request.statuses?.includes('') || request.kinds?.includes('')) {
        throw new Crash('an empty enum name');
      }
      const statuses = request.statuses?.map(statusOf);
      const kinds = request.kinds?.map(kindOf);
      const { rows, cursor } = page(
        [...deployments.values()].filter(
          row =>
            row.project_id === projectId &&
            first(statuses, row.status ?? 0) &&
            first(kinds, row.kind ?? 0) &&
            first(request.application_ids, row.application_id) &&
            (!request.application_name ||
              row.application_name === request.application_name),
        ),
        {
          size: request.limit ?? 0,
          cursor: request.cursor,
          refused: 'Failed to get deployments',
        },
      );
      return {
        deployments: rows.filter(row => hasLabels(row, request.labels)),
        cursor,
      };
    },
    GetDeployment: (request: OfDeployment, metadata) => {
      const { projectId } = apiKey(metadata, controlPlane, 'read');
      return { deployment: deploymentOf(request, projectId) };
    },
    ListStageLogs: (request: OfDeployment, metadata) => {
      const { projectId } = apiKey(metadata, controlPlane, 'read');
      const { id, stages, metadata_v2 } = deploymentOf(request, projectId);
      const shown = stages.filter(stage => metadata_v2 ?? stage.visible);
      const stage_logs: Record<string, StageLog> = Object.fromEntries(
        shown.map(stage => [
          stage.id,
          controlPlane.logs.read(id, stage.id) ?? { blocks: [] },
        ]),
      );
      return { stage_logs };
    },
    GetCommand: (request: { command_id?: string }, metadata) => {
      apiKey(metadata, controlPlane, 'read');
      const id = required(request.command_id, 'GetCommandRequest', 'CommandId');
      const command = commands.get(id);
      // The project of a command is not looked at here, as in the real service.
      if (!command) {
        throw new RpcError(5, 'Command is not found');
      }
      return { command };
    },
    GetPiped: (request: { piped_id?: string }, metadata) => {
      const { projectId } = apiKey(metadata, controlPlane, 'read');
      const piped = found(
        pipeds,
        required(request.piped_id, 'GetPipedRequest', 'PipedId'),
        { name: 'Piped', projectId, foreign: foreign('piped') },
      );
      return { piped };
    },
  };
}
