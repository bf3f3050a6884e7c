import { LoggerService } from '@backstage/backend-plugin-api';
import { Config, readDurationFromConfig } from '@backstage/config';
import { stringifyError } from '@backstage/errors';
import { durationToMilliseconds, HumanDuration } from '@backstage/types';
import { Knex } from 'knex';
import { setTimeout } from 'node:timers/promises';
import { forgetSources } from './forgetSources';
import { pruneTransitions } from './pruneTransitions';

const TRANSITIONS = 'multicluster.retention.transitions';
const DEFAULT: HumanDuration = { days: 90 };
const EVERY_MS = 3600_000;
const FIRST_MS = 300_000;

/** Keeps the tables from growing for ever: old transitions, and sources that were taken out of the configuration. */
export class RetentionLoop {
  /** Throws an InputError when the configured duration cannot be read. */
  static fromConfig(
    config: Config,
    options: {
      knex: Knex;
      logger: LoggerService;
      configured: string[];
      now(): number;
    },
  ) {
    const duration = config.has(TRANSITIONS)
      ? readDurationFromConfig(config, { key: TRANSITIONS })
      : DEFAULT;
    return new RetentionLoop(durationToMilliseconds(duration), options);
  }

  readonly #keepMs: number;
  readonly #options: {
    knex: Knex;
    logger: LoggerService;
    configured: string[];
    now(): number;
  };
  readonly #abort = new AbortController();
  #loop?: Promise<void>;

  private constructor(
    keepMs: number,
    options: {
      knex: Knex;
      logger: LoggerService;
      configured: string[];
      now(): number;
    },
  ) {
    this.#keepMs = keepMs;
    this.#options = options;
  }

  start(): void {
    this.#loop ??= this.#run();
  }

  async stop(): Promise<void> {
    this.#abort.abort();
    await this.#loop;
  }

  /** One round, for who does not want to wait for the next. */
  async prune(): Promise<void> {
    const { knex, logger, configured, now } = this.#options;
    const { signal } = this.#abort;
    await pruneTransitions(knex, now() - this.#keepMs, signal);
    const gone = await forgetSources(knex, configured, signal);
    for (const name of gone) {
      logger.info(`${name}: no longer configured; what was stored is deleted`);
    }
  }

  async #run(): Promise<void> {
    const { signal } = this.#abort;
    // Not in step with the other replicas.
    await this.#pause(FIRST_MS * (1 + Math.random()));
    while (!signal.aborted) {
      try {
        await this.prune();
      } catch (error) {
        this.#options.logger.warn(
          `Old rows could not be deleted: ${stringifyError(error)}`,
        );
      }
      await this.#pause(EVERY_MS);
    }
  }

  async #pause(ms: number): Promise<void> {
    const { signal } = this.#abort;
    await setTimeout(ms, undefined, { signal, ref: false }).catch(() => {});
  }
}
