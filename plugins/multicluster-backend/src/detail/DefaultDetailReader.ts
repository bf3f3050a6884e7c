import { LoggerService } from '@backstage/backend-plugin-api';
import {
  LogFrame,
  PerCluster,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  DetailFacet,
  DetailCapability,
  DetailRequest,
} from '@fairway/backstage-plugin-multicluster-node';
import { Knex } from 'knex';
import { badInput, notFound, unavailable } from '../util/codedErrors';
import { viewerKey } from '../util/viewerKey';
import {
  DetailItems,
  DetailQuery,
  DetailReader,
  LogQuery,
  LogRight,
} from '../service/DetailService';
import { Asking } from '../service/FleetService';
import { SourceRegistry } from '../service/SourceRegistry';
import { CallerReader } from './CallerReader';
import { DetailLimits } from './DetailLimits';
import { Gate } from './Gate';
import { isMeantForReaders } from './isMeantForReaders';
import { KeyedCache } from './KeyedCache';
import { logFrames } from './logFrames';
import { DetailTarget, selectDetailTarget } from './selectDetailTarget';
import { withinDeadline } from './withinDeadline';

const CACHE_TTL_MS = 5000;
const MAX_CACHED = 200;
const DEFAULT_TAIL_LINES = 500;

interface Options {
  knex: Knex;
  sources: SourceRegistry;
  callers: CallerReader;
  logger: LoggerService;
  limits: DetailLimits;
}

/**
 * Reads details through the sources. Equal questions of one caller share one reading for five seconds; callers never share
 * one, because the far end answers each by who they are.
 */
export class DefaultDetailReader implements DetailReader {
  readonly #options: Options;
  readonly #gate: Gate;
  readonly #cache = KeyedCache.create<PerCluster<unknown>[]>({
    ttlMs: CACHE_TTL_MS,
    maxKeys: MAX_CACHED,
  });

  static create(options: Options): DetailReader {
    return new DefaultDetailReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#gate = Gate.create(options.limits.maxInFlight);
  }

  async read<K extends keyof DetailItems>(
    kind: K,
    query: DetailQuery,
    options: Asking,
  ): Promise<PerCluster<DetailItems[K]>[]> {
    const key = JSON.stringify([
      viewerKey(options.credentials),
      kind,
      query.workloadId,
      [...(query.clusters ?? ['*'])].sort(),
    ]);
    return this.#cache.get(key, () =>
      this.#read(kind, query, options),
    ) as Promise<PerCluster<DetailItems[K]>[]>;
  }

  async log(
    query: LogQuery,
    options: Asking & {
      signal: AbortSignal;
      stillAllowed: () => Promise<LogRight>;
    },
  ): Promise<AsyncIterable<LogFrame>> {
    const { limits } = this.#options;
    const { target, detail } = await this.#target(query.workloadId);
    const off = capabilityOff(detail, 'logs', target.controlPlane);
    if (off) {
      throw unavailable('detail-off', off.text);
    }
    if (!target.clusters.includes(query.cluster)) {
      throw notFound(
        'cluster-not-found',
        `The workload is not placed on ${query.cluster}`,
      );
    }
    const ended = new AbortController();
    const caller = await this.#options.callers.read(options.credentials);
    const request = {
      caller,
      workload: target.workload,
      placement: target.placement,
      cluster: query.cluster,
      pod: query.pod,
      container: query.container,
      follow: query.follow ?? false,
      previous: query.previous ?? false,
      tailLines: query.tailLines ?? DEFAULT_TAIL_LINES,
      deadlineMs: limits.deadlineMs,
      signal: AbortSignal.any([options.signal, ended.signal]),
    };
    const lines = await detail.log(request).catch(error => {
      throw isMeantForReaders(error)
        ? error
        : unavailable(
            'detail-failed',
            sentence('view.detail.failed', {
              source: target.controlPlane,
              cluster: query.cluster,
            }).text,
          );
    });
    return logFrames(lines, {
      maxChars: limits.logMaxChars,
      maxMs: limits.logMaxMs,
      stillAllowed: options.stillAllowed,
      signal: options.signal,
      onEnd: () => ended.abort(),
    });
  }

  async #read<K extends keyof DetailItems>(
    kind: K,
    query: DetailQuery,
    options: Asking,
  ): Promise<PerCluster<DetailItems[K]>[]> {
    const { callers, limits } = this.#options;
    const { target, detail } = await this.#target(query.workloadId);
    const clusters = clustersOf(target, query.clusters);
    const off = capabilityOff(detail, kind, target.controlPlane);
    if (off) {
      const observedAt = new Date().toISOString();
      return clusters.map(cluster => ({
        cluster,
        items: [],
        problem: { code: 'configuration', sentence: off },
        observedAt,
      }));
    }
    if (clusters.length === 0) {
      return [];
    }
    const caller = await callers.read(options.credentials);
    return this.#gate.through(() =>
      withinDeadline({ clusters, deadlineMs: limits.deadlineMs }, signal =>
        readKind(detail, kind, {
          caller,
          workload: target.workload,
          placement: target.placement,
          clusters,
          deadlineMs: limits.deadlineMs,
          signal,
        }).catch(error =>
          this.#unforeseen(error, target.controlPlane, clusters),
        ),
      ),
    );
  }

  /** A source tells what goes wrong per cluster; whatever it throws may quote a request, and with it a credential. */
  #unforeseen(
    error: unknown,
    source: string,
    clusters: string[],
  ): PerCluster<never>[] {
    const name = error instanceof Error ? error.name : typeof error;
    this.#options.logger.error(`Reading details failed with ${name}`, {
      source,
    });
    const observedAt = new Date().toISOString();
    return clusters.map(cluster => ({
      cluster,
      items: [],
      problem: {
        code: 'upstream-error',
        sentence: sentence('view.detail.failed', { source, cluster }),
      },
      observedAt,
    }));
  }

  async #target(
    workloadId: string,
  ): Promise<{ target: DetailTarget; detail: DetailFacet }> {
    const target = await selectDetailTarget(this.#options.knex, workloadId);
    if (!target) {
      throw notFound('workload-not-found', `No workload ${workloadId}`);
    }
    const detail = this.#options.sources.get(target.controlPlane)?.detail;
    if (!detail) {
      throw unavailable(
        'detail-off',
        sentence('view.detail.off', { source: target.controlPlane }).text,
      );
    }
    return { target, detail };
  }
}

function readKind<K extends keyof DetailItems>(
  detail: DetailFacet,
  kind: K,
  request: DetailRequest,
): Promise<PerCluster<DetailItems[K]>[]> {
  const readers: {
    [Kind in keyof DetailItems]: () => Promise<PerCluster<DetailItems[Kind]>[]>;
  } = {
    pods: () => detail.pods(request),
    events: () => detail.events(request),
    rendered: () => detail.rendered(request),
    live: () => detail.live(request),
  };
  return readers[kind]();
}

/** Only clusters the workload is placed on: the others are none of its owner's business. */
function clustersOf(
  target: DetailTarget,
  wanted: string[] | undefined,
): string[] {
  if (!wanted) {
    return target.clusters;
  }
  const unknown = wanted.find(name => !target.clusters.includes(name));
  if (unknown !== undefined) {
    throw badInput(
      'cluster-not-placed',
      `The workload is not placed on '${unknown}'`,
    );
  }
  return [...new Set(wanted)];
}

function capabilityOff(
  detail: DetailFacet,
  name: DetailCapability['name'],
  source: string,
) {
  const capability = detail.capabilities().find(item => item.name === name);
  return capability?.available
    ? undefined
    : capability?.reason ?? sentence('view.detail.off', { source });
}
