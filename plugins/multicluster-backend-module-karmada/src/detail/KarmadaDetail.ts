import { NotAllowedError } from '@backstage/errors';
import {
  PerCluster,
  Pod,
  RenderedTarget,
  sentence,
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
  ClusterIdentity,
  ClusterRead,
  ClusterReader,
  findEvents,
  findPods,
  KubernetesError,
  followLog,
  manifestText,
  mapCaller,
  perCluster,
  PodSearch,
  toPod,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { KarmadaConnections } from '../connect';
import { Discovery } from '../Discovery';
import { controlPlaneEvents } from './controlPlaneEvents';
import { explainRefusal } from './explainRefusal';
import { findSearch } from './findSearch';
import { isMissing } from './isMissing';
import { proxyPath } from './proxyPath';
import { readWork } from './readWork';
import { toRendered } from './toRendered';

type DetailSubject = Pick<DetailRequest, 'workload' | 'signal' | 'deadlineMs'>;

/** What stands in the place of a cluster where the control plane itself speaks. */
const CONTROL_PLANE = '';
/** How old discovery may be for finding the plural of a kind. */
const DISCOVERY_MS = 600_000;

/**
 * Reads members through the cluster proxy of Karmada, and Works, for what is on screen.
 *
 * @internal
 */
export class KarmadaDetail implements DetailFacet {
  static create(options: {
    connections: KarmadaConnections;
    identity: ClusterIdentity;
    discovery: Discovery;
  }): KarmadaDetail {
    return new KarmadaDetail(options);
  }

  readonly #connections: KarmadaConnections;
  readonly #identity: ClusterIdentity;
  readonly #discovery: Discovery;

  private constructor(options: Parameters<typeof KarmadaDetail.create>[0]) {
    this.#connections = options.connections;
    this.#identity = options.identity;
    this.#discovery = options.discovery;
  }

  capabilities(): DetailCapability[] {
    const { works, logs, configKey } = this.#connections;
    const members = {
      available: logs !== undefined,
      ...(!logs && {
        reason: sentence('detail.off.logs', {
          key: `${configKey}.credentials.logs`,
        }),
      }),
      identityMode:
        this.#identity.mode === 'impersonate'
          ? ('impersonated' as const)
          : ('service' as const),
    };
    return [
      { name: 'pods', ...members },
      // Karmada's own events need no more than what is read anyway; each member says for itself what is off.
      {
        name: 'events',
        available: true,
        identityMode: members.identityMode,
      },
      { name: 'logs', ...members },
      { name: 'live', ...members },
      {
        name: 'rendered',
        available: works !== undefined,
        ...(!works && {
          reason: sentence('detail.off.works', {
            key: `${configKey}.credentials.works`,
          }),
        }),
        identityMode: 'service',
      },
    ];
  }

  async pods(request: DetailRequest): Promise<PerCluster<Pod>[]> {
    const { search, left } = await this.#search(request);
    return await this.#members(left, async reader => {
      const { items, ...rest } = await findPods(
        reader,
        request.workload,
        search,
      );
      return { items: items.flatMap(item => toPod(item) ?? []), ...rest };
    });
  }

  async events(request: DetailRequest): Promise<PerCluster<WorkloadEvent>[]> {
    const { search, left } = await this.#search(request);
    const { workload, placement } = request;
    const { read } = this.#connections;
    const own = perCluster<WorkloadEvent>(
      { ...left, clusters: [CONTROL_PLANE] },
      async (_, signal) => ({
        items: await controlPlaneEvents(read, workload, placement, signal),
      }),
      explainRefusal,
    );
    const members = this.#members(left, reader =>
      findEvents(reader, workload, search),
    );
    return [...(await own), ...(await members)];
  }

  async rendered(
    request: DetailRequest,
  ): Promise<PerCluster<RenderedTarget>[]> {
    const { works, configKey } = this.#connections;
    const { workload, placement } = request;
    const id = placement?.native.id;
    return await perCluster(
      request,
      async (cluster, signal) => {
        if (!works) {
          return off('detail.off.works', `${configKey}.credentials.works`);
        }
        if (typeof id !== 'string') {
          return { items: [] };
        }
        const work = await readWork(works, { cluster, workload, id, signal });
        const rendered = work && toRendered(work, workload);
        return { items: rendered ? [rendered] : [] };
      },
      explainRefusal,
    );
  }

  async live(request: DetailRequest): Promise<PerCluster<LiveObject>[]> {
    const { workload } = request;
    return await this.#members(request, async reader => {
      const catalog =
        this.#discovery.known ?? (await this.#discovery.read(DISCOVERY_MS));
      const resource = catalog.findKind(workload);
      if (!resource) {
        throw new KubernetesError(`no kind ${workload.kind}`, {
          code: 'not-served',
          statusMessage: `no kind ${workload.kind} is known`,
        });
      }
      try {
        const manifest = manifestText(await reader.get(resource, workload));
        return { items: [{ ...(manifest && { manifest }) }] };
      } catch (error) {
        if (isMissing(error)) {
          return { items: [] };
        }
        throw error;
      }
    });
  }

  async log(request: DetailLogRequest): Promise<AsyncIterable<DetailLogLine>> {
    const { logs, configKey } = this.#connections;
    if (!logs) {
      throw new NotAllowedError(
        sentence('detail.off.logs', {
          key: `${configKey}.credentials.logs`,
        }).text,
      );
    }
    const as = mapCaller(request.caller, this.#identity);
    const { search, left } = await this.#search(request);
    return await followLog(logs, left, {
      as,
      search,
      pathOf: path => proxyPath(request.cluster, path),
      explain: explainRefusal,
    });
  }

  async #members<T>(
    request: DetailRequest,
    read: (reader: ClusterReader) => Promise<ClusterRead<T>>,
  ): Promise<PerCluster<T>[]> {
    const { logs, configKey } = this.#connections;
    return await perCluster(
      request,
      async (cluster, signal) => {
        if (!logs) {
          return off('detail.off.logs', `${configKey}.credentials.logs`);
        }
        const as = this.#callerOf(request);
        if (as instanceof UnmappedCallerError) {
          return {
            items: [],
            problem: { code: 'forbidden', sentence: as.sentence },
          };
        }
        return await read(
          ClusterReader.create({
            transport: logs,
            pathOf: path => proxyPath(cluster, path),
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
      return mapCaller(caller, this.#identity);
    } catch (error) {
      if (error instanceof UnmappedCallerError) {
        return error;
      }
      throw error;
    }
  }

  /** How pods are found, and the request with the time that is left after finding out. */
  async #search<R extends DetailSubject>(
    request: R,
  ): Promise<{ search: PodSearch; left: R }> {
    const { workload, signal, deadlineMs } = request;
    const { read } = this.#connections;
    const discovery = this.#discovery;
    const began = performance.now();
    const search = await findSearch(workload, {
      read,
      discovery,
      signal,
      deadlineMs,
    });
    const spent = performance.now() - began;
    const left = Math.max(deadlineMs / 2, Math.round(deadlineMs - spent));
    return { search, left: { ...request, deadlineMs: left } };
  }
}

function off(code: string, key: string): ClusterRead<never> {
  return {
    items: [],
    problem: { code: 'configuration', sentence: sentence(code, { key }) },
  };
}
