import { Entity } from '@backstage/catalog-model';
import {
  EntityRuns,
  PipelineList,
  PipelineLive,
  RunDetails,
  RunList,
  RunStatus,
  StageLogFrame,
  StageLogQuery,
} from '@fairway/backstage-plugin-multicluster-common';
import { LogRight } from './DetailService';
import { Asking, Paging } from './FleetService';
import { ViewBody } from './ViewBody';

/** Which runs of an entity to read. */
export interface EntityRunsRequest extends Paging {
  /** Only runs with one of these. */
  status?: RunStatus[];
}

/** Which runs or pipelines to list. */
export interface RunListRequest extends Paging {
  filter?: string;
}

/** Pipelines and their runs, for someone. */
export interface RunService {
  /** Throws a NotFoundError when the caller may not see the entity, a NotAllowedError when not its runs. */
  entityRuns(
    entityRef: string,
    request: EntityRunsRequest,
    options: Asking,
  ): Promise<ViewBody<EntityRuns>>;
  list(request: RunListRequest, options: Asking): Promise<ViewBody<RunList>>;
  /** Throws a NotFoundError for a run nobody knows, or one the caller may not see. */
  run(id: string, options: Asking): Promise<ViewBody<RunDetails>>;
  pipelines(
    request: RunListRequest,
    options: Asking,
  ): Promise<ViewBody<PipelineList>>;
  /** What is deployed, read from the tool now. Throws a NotFoundError for a pipeline the caller may not see. */
  live(pipelineId: string, options: Asking): Promise<PipelineLive>;
  /** Rejects before the first frame when refused; ends as the log of a container does. */
  log(
    query: StageLogQuery,
    options: Asking & { signal: AbortSignal },
  ): Promise<AsyncIterable<StageLogFrame>>;
}

/** An entity that a pipeline is matched to. */
export interface PipelineOwner {
  entityRef: string;
  confirmed: boolean;
}

/** Pipelines and their runs, for whoever was already let in. */
export interface RunReader {
  entityRuns(
    entity: Entity,
    request: EntityRunsRequest,
  ): Promise<ViewBody<EntityRuns>>;
  /** `entityRefs`: only what is confirmed as belonging to one of these. */
  list(
    request: RunListRequest & { entityRefs?: string[] },
  ): Promise<ViewBody<RunList>>;
  /** Undefined: nobody knows it. */
  run(id: string): Promise<ViewBody<RunDetails> | undefined>;
  pipelines(
    request: RunListRequest & { entityRefs?: string[] },
  ): Promise<ViewBody<PipelineList>>;
  /** Entities with pipelines of their own. */
  owners(): Promise<string[]>;
  /** Undefined: nobody knows the run. */
  ownersOfRun(id: string): Promise<PipelineOwner[] | undefined>;
  /** Undefined: nobody knows the pipeline. */
  ownersOfPipeline(id: string): Promise<PipelineOwner[] | undefined>;
}

/** What is read from delivery tools on demand, for whoever was already let in. */
export interface RunDetailReader {
  live(pipelineId: string, options: Asking): Promise<PipelineLive>;
  log(
    query: StageLogQuery,
    options: Asking & {
      signal: AbortSignal;
      /** Asked each minute; anything but `granted` ends the log. */
      stillAllowed: () => Promise<LogRight>;
    },
  ): Promise<AsyncIterable<StageLogFrame>>;
}
