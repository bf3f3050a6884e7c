import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  DerivedRun,
  DeriveRunInput,
  RunsFacet,
} from '@fairway/backstage-plugin-multicluster-node';
import { StoredSince } from '../derive/StoredSince';
import { byCreation } from './byCreation';
import { DUE } from './due';
import { diffRun } from './diffRun';
import { RunRow } from './rows';
import { RunItem } from './RunItem';
import { RunQueues } from './RunQueues';
import { RunsPlan } from './RunsPlan';
import { RunsReader } from './RunsReader';
import { underivableRun } from './underivableRun';

interface Options {
  /** Configured name of the source. */
  source: string;
  facet: Pick<RunsFacet, 'derive'>;
  reader: RunsReader;
  logger: LoggerService;
  now(): number;
}

/** What the rules look at beside a run, for all runs of a slice. */
interface Surroundings {
  agents: Map<string, NonNullable<DeriveRunInput['agent']>>;
  gates: Map<string, string[]>;
  queues: RunQueues;
}

/** Brings everything together that the state rules of a tool look at, and adds what comes out differently to a plan. */
export class RunDeriver {
  static create(options: Options) {
    return new RunDeriver(options);
  }

  readonly #options: Options;
  #failures = 0;

  private constructor(options: Options) {
    this.#options = options;
  }

  /** Derives the items. `quiet`: this is the first time anybody looks, so nothing of it is a change. */
  async derive(
    plan: RunsPlan,
    items: RunItem[],
    { quiet }: { quiet: boolean },
  ): Promise<void> {
    const { source } = this.#options;
    const around = await this.#surroundings(items);
    const now = this.#options.now();
    const ids = new Set(items.map(({ row }) => row?.id));
    // Oldest first: each run then sees what came of those ahead of it.
    const ordered = [...items].sort((a, b) => byCreation(a.order, b.order));
    for (const item of ordered) {
      const previous = item.row && toDerived(item.row);
      const derived = this.#deriveOne(item, around, previous, now);
      const write = diffRun(plan, item, derived, {
        source,
        previous,
        now,
        quiet,
      });
      const behind = around.queues.put(item.fact.pipelineKey, {
        ...item.order,
        id: item.row?.id,
        status: write.status,
        active: write.active,
      });
      const waiting = behind.flatMap(({ id }) =>
        id !== undefined && !ids.has(id) ? [id] : [],
      );
      plan.rederive(waiting, { quiet });
    }
  }

  #deriveOne(
    { fact, pipeline, order }: RunItem,
    around: Surroundings,
    previous: DerivedRun | undefined,
    now: number,
  ): DerivedRun {
    const { facet, logger } = this.#options;
    const agentKey = fact.agentKey ?? pipeline.fact?.agentKey ?? '';
    try {
      return facet.derive({
        run: fact,
        pipeline: pipeline.fact,
        agent: around.agents.get(agentKey),
        gates: (around.gates.get(fact.key) ?? []).map(gate => JSON.parse(gate)),
        ahead: fact.active ? around.queues.ahead(fact.pipelineKey, order) : [],
        previous,
        now,
      });
    } catch (error) {
      this.#failures += 1;
      // One run that breaks the rules must not stop the others, nor fill the log.
      if (this.#failures <= 10) {
        logger.error(
          `No state could be derived for run ${fact.key}: ${stringifyError(
            error,
          )}`,
        );
      }
      return underivableRun(previous);
    }
  }

  async #surroundings(items: RunItem[]): Promise<Surroundings> {
    const { reader } = this.#options;
    const agentKeys = items.flatMap(
      ({ fact, pipeline }) => fact.agentKey ?? pipeline.fact?.agentKey ?? [],
    );
    const agents = await reader.agents('key', agentKeys);
    const keyOf = new Map(
      items
        // One that is over now may have held others up until now.
        .filter(({ fact, row }) => fact.active || row?.active)
        .flatMap(({ pipeline: { ref } }) =>
          ref.id === undefined ? [] : [[ref.id, ref.key] as const],
        ),
    );
    const queues = new RunQueues();
    for (const run of await reader.activeOf([...keyOf.keys()])) {
      queues.put(keyOf.get(run.pipeline_id) ?? '', {
        id: run.id,
        key: run.key,
        status: run.status,
        createdAt: run.created_at,
        active: true,
      });
    }
    return {
      agents: new Map(
        agents.map(({ key, fact, state_since: since }) => [
          key,
          { ...JSON.parse(fact), since },
        ]),
      ),
      gates: await reader.gateFacts(items.map(({ fact }) => fact.key)),
      queues,
    };
  }
}

function toDerived(row: RunRow): DerivedRun & StoredSince {
  const { recheck_at: at } = row;
  return {
    ...JSON.parse(row.derived),
    // One that is due because of something beside it has lost the time that the rules asked for, and they ask again.
    ...(at !== null && at > DUE.loud && { recheckAt: at }),
  };
}
