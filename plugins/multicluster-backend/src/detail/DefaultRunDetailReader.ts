import { LoggerService } from '@backstage/backend-plugin-api';
import {
  isRunOver,
  PipelineLive,
  sentence,
  StageLogFrame,
  StageLogQuery,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  RunsCapability,
  RunsFacet,
  StageLogPage,
} from '@fairway/backstage-plugin-multicluster-node';
import { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import { noteOnScreen } from '../inventory/demand/noteOnScreen';
import { Inventory } from '../inventory/Inventory';
import { LogRight } from '../service/DetailService';
import { Asking } from '../service/FleetService';
import { RunDetailReader } from '../service/RunService';
import { SourceRegistry } from '../service/SourceRegistry';
import { notFound, unavailable } from '../util/codedErrors';
import { viewerKey } from '../util/viewerKey';
import { CallerReader } from './CallerReader';
import { DetailLimits } from './DetailLimits';
import { followFrames } from './followFrames';
import { Gate } from './Gate';
import { isMeantForReaders } from './isMeantForReaders';
import { KeyedCache } from './KeyedCache';
import { selectPipelineTarget } from './selectPipelineTarget';
import { RunTarget, selectRunTarget } from './selectRunTarget';
import { stageLogItems } from './stageLogItems';
import { toolRead } from './toolRead';

const LIVE_TTL_MS = 5000;
/** Readers of one log that ask from the same place within this time share an answer. */
const PAGE_TTL_MS = 2000;
const POLL_MS = 2500;
const MAX_CACHED = 500;

interface Options {
  knex: Knex;
  sources: SourceRegistry;
  callers: CallerReader;
  demand: Pick<Inventory['demand'], 'noteWatched'>;
  logger: LoggerService;
  limits: DetailLimits;
  /** Milliseconds between two looks at a log; for tests. */
  pollMs?: number;
}

/**
 * Reads from delivery tools what is not stored: logs, and what is deployed now. Equal questions share one reading where the
 * tool answers everybody alike; where it answers each by who they are, only those of one caller do.
 */
export class DefaultRunDetailReader implements RunDetailReader {
  readonly #options: Options;
  readonly #gate: Gate;
  readonly #live = KeyedCache.create<PipelineLive>({
    ttlMs: LIVE_TTL_MS,
    maxKeys: MAX_CACHED,
  });
  readonly #pages = KeyedCache.create<StageLogPage>({
    ttlMs: PAGE_TTL_MS,
    maxKeys: MAX_CACHED,
  });
  readonly #over = KeyedCache.create<boolean>({
    ttlMs: PAGE_TTL_MS,
    maxKeys: MAX_CACHED,
  });

  static create(options: Options): RunDetailReader {
    return new DefaultRunDetailReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#gate = Gate.create(options.limits.maxInFlight);
  }

  async live(pipelineId: string, options: Asking): Promise<PipelineLive> {
    const target = await selectPipelineTarget(this.#options.knex, pipelineId);
    if (!target) {
      throw notFound('pipeline-not-found', `No pipeline ${pipelineId}`);
    }
    const { source } = target;
    const runs = this.#options.sources.get(source)?.runs;
    const capability = capabilityOf(runs, 'live');
    const live = runs?.live?.bind(runs);
    if (!live || !capability?.available) {
      const reason =
        capability?.reason ?? sentence('pipeline.live.off', { source });
      return { sentence: reason, targets: [] };
    }
    const key = [pipelineId, audience(capability, options)];
    return this.#live.get(JSON.stringify(key), async () => {
      const caller = await this.#options.callers.read(options.credentials);
      try {
        return await this.#read(source, signal =>
          live({
            caller,
            pipeline: target.pipeline,
            deadlineMs: this.#options.limits.deadlineMs,
            signal,
          }),
        );
      } catch (error) {
        return {
          sentence: isMeantForReaders(error)
            ? sentence('pipeline.live.refused', { message: error.message })
            : sentence('pipeline.live.failed', { source }),
          targets: [],
        };
      }
    });
  }

  async log(
    query: StageLogQuery,
    options: Asking & {
      signal: AbortSignal;
      stillAllowed: () => Promise<LogRight>;
    },
  ): Promise<AsyncIterable<StageLogFrame>> {
    const { demand, limits, logger, pollMs = POLL_MS } = this.#options;
    const target = await this.#target(query);
    const pageAt = await this.#pageReader(target, query, options);
    const ended = new AbortController();
    const signal = AbortSignal.any([options.signal, ended.signal]);
    const items = stageLogItems({
      first: await pageAt(undefined),
      read: pageAt,
      isOver: async () => {
        await noteOnScreen(demand, logger, [query.runId]);
        return this.#isOver(query);
      },
      follow: query.follow ?? false,
      pause: () => sleep(pollMs, undefined, { signal }).catch(() => undefined),
      signal,
    });
    return followFrames(items, {
      maxChars: limits.logMaxChars,
      maxMs: limits.logMaxMs,
      stillAllowed: options.stillAllowed,
      signal: options.signal,
      onEnd: () => ended.abort(),
    });
  }

  /** Reads a page of the log from a place, as the caller where the tool asks who reads. */
  async #pageReader(
    { source, run, runs, capability }: LogTarget,
    query: StageLogQuery,
    options: Asking,
  ): Promise<(cursor: string | undefined) => Promise<StageLogPage>> {
    const { callers, limits } = this.#options;
    const caller = await callers.read(options.credentials);
    const { runId, stageId, stepId, attempt } = query;
    const log = [runId, stageId, stepId ?? null, attempt ?? null];
    const whom = audience(capability, options);
    return cursor =>
      this.#pages.get(JSON.stringify([...log, whom, cursor ?? null]), () =>
        this.#read(source, signal =>
          runs.log({
            caller,
            run,
            stageId,
            ...(stepId !== undefined && { stepId }),
            ...(attempt !== undefined && { attempt }),
            ...(cursor !== undefined && { cursor }),
            deadlineMs: limits.deadlineMs,
            signal,
          }),
        ),
      );
  }

  async #target(query: StageLogQuery): Promise<LogTarget> {
    const { knex, sources } = this.#options;
    const target = await selectRunTarget(knex, query.runId);
    if (!target) {
      throw notFound('run-not-found', `No run ${query.runId}`);
    }
    const runs = sources.get(target.source)?.runs;
    const capability = capabilityOf(runs, 'logs');
    if (!runs || !capability?.available) {
      throw unavailable(
        'log-off',
        (
          capability?.reason ??
          sentence('pipeline.log.off', { source: target.source })
        ).text,
      );
    }
    if (!target.derived.stages.some(stage => stage.id === query.stageId)) {
      throw notFound('stage-not-found', `The run has no such stage`);
    }
    return { ...target, runs, capability };
  }

  /** A run that is forgotten meanwhile is over too. */
  #isOver({ runId, stageId }: StageLogQuery): Promise<boolean> {
    return this.#over.get(JSON.stringify([runId, stageId]), async () => {
      const target = await selectRunTarget(this.#options.knex, runId);
      const stage = target?.derived.stages.find(item => item.id === stageId);
      return (
        !target ||
        !stage ||
        isRunOver(stage.status) ||
        isRunOver(target.derived.status)
      );
    });
  }

  #read<T>(
    source: string,
    read: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const { limits, logger } = this.#options;
    return this.#gate.through(() =>
      toolRead({ source, deadlineMs: limits.deadlineMs, logger }, read),
    );
  }
}

interface LogTarget extends RunTarget {
  runs: RunsFacet;
  capability: RunsCapability;
}

function capabilityOf(
  runs: RunsFacet | undefined,
  name: RunsCapability['name'],
): RunsCapability | undefined {
  return runs?.capabilities().find(item => item.name === name);
}

/** Whom an answer is for: everybody who may ask, where the tool is asked by the portal and not as the person. */
function audience(
  { identityMode }: RunsCapability,
  { credentials }: Asking,
): string {
  return identityMode === 'service' ? '' : viewerKey(credentials);
}
