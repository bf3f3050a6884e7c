import {
  PerCluster,
  Pod,
  RenderedTarget,
  WorkloadEvent,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  DetailCapability,
  DetailFacet,
  DetailLogLine,
  DetailLogRequest,
  DetailRequest,
  LiveObject,
  UnmappedCallerError,
} from '@fairway/backstage-plugin-multicluster-node';
import {
  ClusterRead,
  ClusterReader,
  findEvents,
  findPods,
  followLog,
  mapCaller,
  perCluster,
  PodSearch,
  ResourceCoordinates,
  toPod,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { ClusterSettings } from '../config';
import { ClusterConnections } from '../connect';
import { workloadKinds } from '../project/workloadKinds';
import { explainRefusal } from './explainRefusal';
import { toRendered } from './toRendered';

/**
 * Reads the cluster itself for what is on screen, as the person who asks.
 *
 * @internal
 */
export class KubernetesDetail implements DetailFacet {
  static create(options: {
    settings: ClusterSettings;
    connections: ClusterConnections;
  }): KubernetesDetail {
    return new KubernetesDetail(options.settings, options.connections);
  }

  readonly #settings: ClusterSettings;
  readonly #connections: ClusterConnections;

  private constructor(
    settings: ClusterSettings,
    connections: ClusterConnections,
  ) {
    this.#settings = settings;
    this.#connections = connections;
  }

  capabilities(): DetailCapability[] {
    const identityMode =
      this.#settings.identity.mode === 'impersonate'
        ? 'impersonated'
        : 'service';
    return (['pods', 'events', 'logs', 'rendered', 'live'] as const).map(
      name => ({
        name,
        available: true,
        identityMode,
      }),
    );
  }

  async pods(request: DetailRequest): Promise<PerCluster<Pod>[]> {
    const { workload } = request;
    return await this.#each(request, async reader => {
      const found = await findPods(reader, workload, searchOf(workload));
      return {
        ...found,
        items: found.items.flatMap(item => toPod(item) ?? []),
      };
    });
  }

  async events(request: DetailRequest): Promise<PerCluster<WorkloadEvent>[]> {
    const { workload } = request;
    return await this.#each(request, reader =>
      findEvents(reader, workload, searchOf(workload)),
    );
  }

  async rendered(
    request: DetailRequest,
  ): Promise<PerCluster<RenderedTarget>[]> {
    const { workload } = request;
    const resource = resourceOf(workload);
    return await this.#each(request, async reader => ({
      items: resource
        ? [toRendered(await reader.get(resource, workload), workload)]
        : [],
    }));
  }

  /** Nothing stands between what was sent and what the cluster has. */
  async live(request: DetailRequest): Promise<PerCluster<LiveObject>[]> {
    const read = await this.rendered(request);
    return read.map(cluster => ({
      ...cluster,
      items: cluster.items.map(({ manifest }) => ({
        ...(manifest && { manifest }),
      })),
    }));
  }

  async log(request: DetailLogRequest): Promise<AsyncIterable<DetailLogLine>> {
    return await followLog(this.#connections.logs, request, {
      as: mapCaller(request.caller, this.#settings.identity),
      search: searchOf(request.workload),
      explain: explainRefusal,
    });
  }

  async #each<T>(
    request: DetailRequest,
    read: (reader: ClusterReader) => Promise<ClusterRead<T>>,
  ): Promise<PerCluster<T>[]> {
    return await perCluster(
      request,
      async (_, signal) => {
        const as = this.#callerOf(request);
        return as instanceof UnmappedCallerError
          ? {
              items: [],
              problem: { code: 'forbidden', sentence: as.sentence },
            }
          : await read(
              ClusterReader.create({
                transport: this.#connections.logs,
                as,
                signal,
              }),
            );
      },
      explainRefusal,
    );
  }

  #callerOf({ caller }: DetailRequest) {
    try {
      return mapCaller(caller, this.#settings.identity);
    } catch (error) {
      if (error instanceof UnmappedCallerError) {
        return error;
      }
      throw error;
    }
  }
}

/** The selector is read from the workload itself, as the person who asks. */
function searchOf(workload: DetailRequest['workload']): PodSearch {
  const resource = resourceOf(workload);
  return resource ? { resource } : {};
}

function resourceOf({
  group,
  kind,
}: DetailRequest['workload']): ResourceCoordinates | undefined {
  return workloadKinds.find(item => item.group === group && item.kind === kind);
}
