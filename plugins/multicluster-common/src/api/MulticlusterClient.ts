import { parseEntityRef } from '@backstage/catalog-model';
import {
  LogRequest,
  MulticlusterApi,
  MulticlusterRequestOptions,
  NotModified,
  PageRequest,
  StageLogQuery,
} from './MulticlusterApi';
import { ApiTransport } from './ApiTransport';
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

/**
 * Client of the multicluster back end, for browsers and back ends.
 *
 * @public
 */
export class MulticlusterClient implements MulticlusterApi {
  readonly #transport: ApiTransport;

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi?: { fetch: typeof fetch };
  }) {
    this.#transport = new ApiTransport(options);
  }

  async getEntityTopology(
    entityRef: string,
    options?: MulticlusterRequestOptions,
  ): Promise<EntityTopology | NotModified> {
    const { namespace, kind, name } = parseEntityRef(entityRef);
    return this.#transport.get(
      ['entities', namespace, kind, name, 'topology'],
      {},
      options,
    );
  }

  async getFleet(
    options?: MulticlusterRequestOptions,
  ): Promise<Fleet | NotModified> {
    return this.#transport.get(['fleet'], {}, options);
  }

  async listClusters(
    request: PageRequest & { filter?: string },
    options?: MulticlusterRequestOptions,
  ): Promise<ClusterList | NotModified> {
    return this.#transport.get(['clusters'], { ...request }, options);
  }

  async getCluster(
    request: PageRequest & { controlPlane: string; name: string },
    options?: MulticlusterRequestOptions,
  ): Promise<ClusterDetail | NotModified> {
    const { controlPlane, name, ...page } = request;
    return this.#transport.get(
      ['clusters', controlPlane, name],
      { ...page },
      options,
    );
  }

  async listWorkloads(
    request: PageRequest & {
      filter?: string;
      ownedBy?: string[];
      entityRefs?: string[];
    },
    options?: MulticlusterRequestOptions,
  ): Promise<WorkloadList | NotModified> {
    return this.#transport.get(['workloads'], { ...request }, options);
  }

  async getWorkload(
    id: string,
    options?: MulticlusterRequestOptions,
  ): Promise<WorkloadDetail | NotModified> {
    return this.#transport.get(['workloads', id], {}, options);
  }

  async getPods(
    id: string,
    request: { clusters?: string[] },
    options?: MulticlusterRequestOptions,
  ): Promise<{ clusters: PerCluster<Pod>[] }> {
    return this.#transport.get(
      ['workloads', id, 'pods'],
      { ...request },
      options,
    );
  }

  async getEvents(
    id: string,
    request: { clusters?: string[] },
    options?: MulticlusterRequestOptions,
  ): Promise<{ clusters: PerCluster<WorkloadEvent>[] }> {
    return this.#transport.get(
      ['workloads', id, 'events'],
      { ...request },
      options,
    );
  }

  async getRendered(
    id: string,
    request: { clusters?: string[] },
    options?: MulticlusterRequestOptions,
  ): Promise<{ clusters: PerCluster<RenderedTarget>[] }> {
    return this.#transport.get(
      ['workloads', id, 'rendered'],
      { ...request },
      options,
    );
  }

  async getEnvironments(
    options?: MulticlusterRequestOptions,
  ): Promise<EnvironmentList | NotModified> {
    return this.#transport.get(['environments'], {}, options);
  }

  async getSources(options?: MulticlusterRequestOptions): Promise<SourceList> {
    return this.#transport.get(['sources'], {}, options);
  }

  async *readLog(
    request: LogRequest,
    options?: MulticlusterRequestOptions,
  ): AsyncIterable<LogFrame> {
    const { workloadId, ...query } = request;
    yield* this.#transport.lines<LogFrame>(
      ['workloads', workloadId, 'logs'],
      { ...query },
      options,
    );
  }

  async getEntityRuns(
    request: PageRequest & { entityRef: string; status?: RunStatus[] },
    options?: MulticlusterRequestOptions,
  ): Promise<EntityRuns | NotModified> {
    const { entityRef, ...page } = request;
    const { namespace, kind, name } = parseEntityRef(entityRef);
    return this.#transport.get(
      ['entities', namespace, kind, name, 'runs'],
      { ...page },
      options,
    );
  }

  async getEntityPromotion(
    entityRef: string,
    options?: MulticlusterRequestOptions,
  ): Promise<Promotion | NotModified> {
    const { namespace, kind, name } = parseEntityRef(entityRef);
    return this.#transport.get(
      ['entities', namespace, kind, name, 'promotion'],
      {},
      options,
    );
  }

  async getPromotionCommits(
    request: { entityRef: string; from: string; to: string },
    options?: MulticlusterRequestOptions,
  ): Promise<PromotionCommits> {
    const { entityRef, ...query } = request;
    const { namespace, kind, name } = parseEntityRef(entityRef);
    return this.#transport.get(
      ['entities', namespace, kind, name, 'promotion', 'commits'],
      query,
      options,
    );
  }

  async getPromotionDiff(
    request: { entityRef: string; from: string; to: string },
    options?: MulticlusterRequestOptions,
  ): Promise<PromotionDiff> {
    const { entityRef, ...query } = request;
    const { namespace, kind, name } = parseEntityRef(entityRef);
    return this.#transport.get(
      ['entities', namespace, kind, name, 'promotion', 'diff'],
      query,
      options,
    );
  }

  async listRuns(
    request: PageRequest & { filter?: string },
    options?: MulticlusterRequestOptions,
  ): Promise<RunList | NotModified> {
    return this.#transport.get(['runs'], { ...request }, options);
  }

  async getRun(
    id: string,
    options?: MulticlusterRequestOptions,
  ): Promise<RunDetails | NotModified> {
    return this.#transport.get(['runs', id], {}, options);
  }

  async *readStageLog(
    request: StageLogQuery,
    options?: MulticlusterRequestOptions,
  ): AsyncIterable<StageLogFrame> {
    const { runId, stageId, ...query } = request;
    yield* this.#transport.lines<StageLogFrame>(
      ['runs', runId, 'stages', stageId, 'log'],
      { ...query },
      options,
    );
  }

  async listPipelines(
    request: PageRequest & { filter?: string },
    options?: MulticlusterRequestOptions,
  ): Promise<PipelineList | NotModified> {
    return this.#transport.get(['pipelines'], { ...request }, options);
  }

  async getPipelineLive(
    id: string,
    options?: MulticlusterRequestOptions,
  ): Promise<PipelineLive> {
    return this.#transport.get(['pipelines', id, 'live'], {}, options);
  }
}
