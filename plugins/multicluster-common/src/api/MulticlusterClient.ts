import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import {
  LogRequest,
  MulticlusterApi,
  MulticlusterRequestOptions,
  NotModified,
  PageRequest,
  StageLogQuery,
} from './MulticlusterApi';
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

type Query = Record<string, string | number | boolean | string[] | undefined>;

/**
 * Client of the multicluster back end, for browsers and back ends.
 *
 * @public
 */
export class MulticlusterClient implements MulticlusterApi {
  readonly #discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetchApi: { fetch: typeof fetch };

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi?: { fetch: typeof fetch };
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi ?? { fetch: globalThis.fetch };
  }

  async getEntityTopology(
    entityRef: string,
    options?: MulticlusterRequestOptions,
  ): Promise<EntityTopology | NotModified> {
    const { namespace, kind, name } = parseEntityRef(entityRef);
    return this.#get(
      ['entities', namespace, kind, name, 'topology'],
      {},
      options,
    );
  }

  async getFleet(
    options?: MulticlusterRequestOptions,
  ): Promise<Fleet | NotModified> {
    return this.#get(['fleet'], {}, options);
  }

  async listClusters(
    request: PageRequest & { filter?: string },
    options?: MulticlusterRequestOptions,
  ): Promise<ClusterList | NotModified> {
    return this.#get(['clusters'], { ...request }, options);
  }

  async getCluster(
    request: PageRequest & { controlPlane: string; name: string },
    options?: MulticlusterRequestOptions,
  ): Promise<ClusterDetail | NotModified> {
    const { controlPlane, name, ...page } = request;
    return this.#get(['clusters', controlPlane, name], { ...page }, options);
  }

  async listWorkloads(
    request: PageRequest & {
      filter?: string;
      ownedBy?: string[];
      entityRefs?: string[];
    },
    options?: MulticlusterRequestOptions,
  ): Promise<WorkloadList | NotModified> {
    return this.#get(['workloads'], { ...request }, options);
  }

  async getWorkload(
    id: string,
    options?: MulticlusterRequestOptions,
  ): Promise<WorkloadDetail | NotModified> {
    return this.#get(['workloads', id], {}, options);
  }

  async getPods(
    id: string,
    request: { clusters?: string[] },
    options?: MulticlusterRequestOptions,
  ): Promise<{ clusters: PerCluster<Pod>[] }> {
    return this.#get(['workloads', id, 'pods'], { ...request }, options);
  }

  async getEvents(
    id: string,
    request: { clusters?: string[] },
    options?: MulticlusterRequestOptions,
  ): Promise<{ clusters: PerCluster<WorkloadEvent>[] }> {
    return this.#get(['workloads', id, 'events'], { ...request }, options);
  }

  async getRendered(
    id: string,
    request: { clusters?: string[] },
    options?: MulticlusterRequestOptions,
  ): Promise<{ clusters: PerCluster<RenderedTarget>[] }> {
    return this.#get(['workloads', id, 'rendered'], { ...request }, options);
  }

  async getEnvironments(
    options?: MulticlusterRequestOptions,
  ): Promise<EnvironmentList | NotModified> {
    return this.#get(['environments'], {}, options);
  }

  async getSources(options?: MulticlusterRequestOptions): Promise<SourceList> {
    return this.#get(['sources'], {}, options);
  }

  async *readLog(
    request: LogRequest,
    options?: MulticlusterRequestOptions,
  ): AsyncIterable<LogFrame> {
    const { workloadId, ...query } = request;
    yield* this.#lines<LogFrame>(
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
    return this.#get(
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
    return this.#get(
      ['entities', namespace, kind, name, 'promotion'],
      {},
      options,
    );
  }

  async getPromotionDiff(
    request: { entityRef: string; from: string; to: string },
    options?: MulticlusterRequestOptions,
  ): Promise<PromotionDiff> {
    const { entityRef, ...query } = request;
    const { namespace, kind, name } = parseEntityRef(entityRef);
    return this.#get(
      ['entities', namespace, kind, name, 'promotion', 'diff'],
      query,
      options,
    );
  }

  async listRuns(
    request: PageRequest & { filter?: string },
    options?: MulticlusterRequestOptions,
  ): Promise<RunList | NotModified> {
    return this.#get(['runs'], { ...request }, options);
  }

  async getRun(
    id: string,
    options?: MulticlusterRequestOptions,
  ): Promise<RunDetails | NotModified> {
    return this.#get(['runs', id], {}, options);
  }

  async *readStageLog(
    request: StageLogQuery,
    options?: MulticlusterRequestOptions,
  ): AsyncIterable<StageLogFrame> {
    const { runId, stageId, ...query } = request;
    yield* this.#lines<StageLogFrame>(
      ['runs', runId, 'stages', stageId, 'log'],
      { ...query },
      options,
    );
  }

  async listPipelines(
    request: PageRequest & { filter?: string },
    options?: MulticlusterRequestOptions,
  ): Promise<PipelineList | NotModified> {
    return this.#get(['pipelines'], { ...request }, options);
  }

  async getPipelineLive(
    id: string,
    options?: MulticlusterRequestOptions,
  ): Promise<PipelineLive> {
    return this.#get(['pipelines', id, 'live'], {}, options);
  }

  /** An answer in lines of JSON, one value at a time. */
  async *#lines<T>(
    path: string[],
    query: Query,
    options: MulticlusterRequestOptions | undefined,
  ): AsyncIterable<T> {
    const response = await this.#fetch(path, query, options);
    if (!response.ok || !response.body) {
      throw await ResponseError.fromResponse(response);
    }
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    let rest = '';
    try {
      for (;;) {
        const { done, value } = await reader.read();
        rest += done
          ? decoder.decode()
          : decoder.decode(value, { stream: true });
        const lines = rest.split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) {
          if (line) {
            yield JSON.parse(line) as T;
          }
        }
        if (done) {
          return;
        }
      }
    } finally {
      // Without this the server keeps the followed log open for a reader that is gone.
      await reader.cancel().catch(() => undefined);
    }
  }

  async #get<T>(
    path: string[],
    query: Query,
    options: MulticlusterRequestOptions | undefined,
  ): Promise<T> {
    const response = await this.#fetch(path, query, options);
    if (response.status === 304) {
      const observedAt = response.headers.get('X-Multicluster-Observed-At');
      return {
        notModified: true,
        revision: options?.ifNoneMatch ?? '',
        ...(observedAt && { observedAt }),
      } as T;
    }
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return (await response.json()) as T;
  }

  async #fetch(
    path: string[],
    query: Query,
    options: MulticlusterRequestOptions | undefined,
  ): Promise<Response> {
    const base = await this.#discoveryApi.getBaseUrl('multicluster');
    const search = new URLSearchParams();
    for (const [key, value] of Object.entries(query)) {
      for (const item of Array.isArray(value) ? value : [value]) {
        if (item !== undefined) {
          search.append(key, String(item));
        }
      }
    }
    const suffix = search.size > 0 ? `?${search}` : '';
    const url = `${base}/v1/${path.map(encodeURIComponent).join('/')}${suffix}`;
    return this.#fetchApi.fetch(url, {
      signal: options?.signal,
      headers: {
        ...(options?.token && { Authorization: `Bearer ${options.token}` }),
        ...(options?.ifNoneMatch && {
          'If-None-Match': `"${options.ifNoneMatch}"`,
        }),
      },
    });
  }
}
