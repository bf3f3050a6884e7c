import {
  ClusterDetail,
  ClusterList,
  EntityRuns,
  EntityTopology,
  EnvironmentList,
  Fleet,
  LogFrame,
  PerCluster,
  PipelineList,
  PipelineLive,
  Pod,
  Promotion,
  PromotionCommits,
  PromotionDiff,
  RenderedTarget,
  RunDetails,
  RunList,
  SourceList,
  StageLogFrame,
  WorkloadDetail,
  WorkloadEvent,
  WorkloadList,
} from './views';
import { RunStatus } from '../model/run';

/** Options every call takes. @public */
export interface MulticlusterRequestOptions {
  /** Token of the caller; the browser's fetch adds it by itself. */
  token?: string;
  signal?: AbortSignal;
  /** Revision of what the caller has; equal content then answers {@link NotModified}. */
  ifNoneMatch?: string;
}

/** The caller already has what it asked for. @public */
export interface NotModified {
  notModified: true;
  revision: string;
  /** When what the caller has was last confirmed by its sources; ages are counted from here. */
  observedAt?: string;
}

/** Page of a list. @public */
export interface PageRequest {
  cursor?: string;
  limit?: number;
}

/** Which log to read. @public */
export interface LogRequest {
  workloadId: string;
  cluster: string;
  pod: string;
  container?: string;
  follow?: boolean;
  previous?: boolean;
  tailLines?: number;
}

/** Which log of a run to read. @public */
export interface StageLogQuery {
  runId: string;
  stageId: string;
  stepId?: string;
  attempt?: number;
  follow?: boolean;
}

/**
 * The API of the multicluster back end.
 *
 * @remarks
 * Every method rejects with a `ResponseError` whose body carries a stable `code`.
 *
 * @public
 */
export interface MulticlusterApi {
  getEntityTopology(
    entityRef: string,
    options?: MulticlusterRequestOptions,
  ): Promise<EntityTopology | NotModified>;
  /** Pipelines of an entity and their runs, newest first. */
  getEntityRuns(
    request: PageRequest & {
      entityRef: string;
      /** Only runs with one of these; pipelines are not narrowed. Absent: all. */
      status?: RunStatus[];
    },
    options?: MulticlusterRequestOptions,
  ): Promise<EntityRuns | NotModified>;
  /** Which version is in which environment, and what blocks the next step. */
  getEntityPromotion(
    entityRef: string,
    options?: MulticlusterRequestOptions,
  ): Promise<Promotion | NotModified>;
  /** The commits that `to` would get if it got what `from` has; names of environments. Their host is asked where that is due. */
  getPromotionCommits(
    request: { entityRef: string; from: string; to: string },
    options?: MulticlusterRequestOptions,
  ): Promise<PromotionCommits>;
  /** What `to` would get if it got what `from` has; names of environments. Manifests are read now, so that it takes a moment. */
  getPromotionDiff(
    request: { entityRef: string; from: string; to: string },
    options?: MulticlusterRequestOptions,
  ): Promise<PromotionDiff>;
  listRuns(
    request: PageRequest & { filter?: string },
    options?: MulticlusterRequestOptions,
  ): Promise<RunList | NotModified>;
  getRun(
    id: string,
    options?: MulticlusterRequestOptions,
  ): Promise<RunDetails | NotModified>;
  /** Yields frames until the log ends or the signal aborts. */
  readStageLog(
    request: StageLogQuery,
    options?: MulticlusterRequestOptions,
  ): AsyncIterable<StageLogFrame>;
  listPipelines(
    request: PageRequest & { filter?: string },
    options?: MulticlusterRequestOptions,
  ): Promise<PipelineList | NotModified>;
  /** Read from the tool when asked. */
  getPipelineLive(
    id: string,
    options?: MulticlusterRequestOptions,
  ): Promise<PipelineLive>;
  getFleet(options?: MulticlusterRequestOptions): Promise<Fleet | NotModified>;
  listClusters(
    request: PageRequest & { filter?: string },
    options?: MulticlusterRequestOptions,
  ): Promise<ClusterList | NotModified>;
  getCluster(
    request: PageRequest & { controlPlane: string; name: string },
    options?: MulticlusterRequestOptions,
  ): Promise<ClusterDetail | NotModified>;
  listWorkloads(
    request: PageRequest & {
      filter?: string;
      /** Only workloads of entities these own; for the cards of systems, groups and the home page. */
      ownedBy?: string[];
      /** Only workloads of these entities. */
      entityRefs?: string[];
    },
    options?: MulticlusterRequestOptions,
  ): Promise<WorkloadList | NotModified>;
  getWorkload(
    id: string,
    options?: MulticlusterRequestOptions,
  ): Promise<WorkloadDetail | NotModified>;
  getPods(
    id: string,
    request: { clusters?: string[] },
    options?: MulticlusterRequestOptions,
  ): Promise<{ clusters: PerCluster<Pod>[] }>;
  getEvents(
    id: string,
    request: { clusters?: string[] },
    options?: MulticlusterRequestOptions,
  ): Promise<{ clusters: PerCluster<WorkloadEvent>[] }>;
  getRendered(
    id: string,
    request: { clusters?: string[] },
    options?: MulticlusterRequestOptions,
  ): Promise<{ clusters: PerCluster<RenderedTarget>[] }>;
  /** Yields frames until the log ends or the signal aborts. */
  readLog(
    request: LogRequest,
    options?: MulticlusterRequestOptions,
  ): AsyncIterable<LogFrame>;
  getEnvironments(
    options?: MulticlusterRequestOptions,
  ): Promise<EnvironmentList | NotModified>;
  getSources(options?: MulticlusterRequestOptions): Promise<SourceList>;
}

/** Whether an answer says that nothing changed. @public */
export function isNotModified(
  answer: object | NotModified,
): answer is NotModified {
  return (answer as Partial<NotModified>).notModified === true;
}
