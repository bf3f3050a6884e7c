import { LoggerService } from '@backstage/backend-plugin-api';
import { Config, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds, HumanDuration } from '@backstage/types';
import { Knex } from 'knex';
import { forgetSources } from './forgetSources';
import { pruneTransitions } from './pruneTransitions';

const TRANSITIONS = 'multicluster.retention.transitions';
const DEFAULT: HumanDuration = { days: 90 };

interface Options {
  knex: Knex;
  logger: LoggerService;
  configured: string[];
  now(): number;
}

/** Keeps the tables from growing for ever: old transitions, and sources that were taken out of the configuration. */
export class Retention {
  readonly #keepMs: number;
  readonly #options: Options;

  /** Throws an InputError when the configured duration cannot be read. */
  static fromConfig(config: Config, options: Options): Retention {
    const duration = config.has(TRANSITIONS)
      ? readDurationFromConfig(config, { key: TRANSITIONS })
      : DEFAULT;
    return new Retention(durationToMilliseconds(duration), options);
  }

  private constructor(keepMs: number, options: Options) {
    this.#keepMs = keepMs;
    this.#options = options;
  }

  /** Deletes in small parts, and ends between two of them when it is told to. */
  async prune(signal: AbortSignal): Promise<void> {
    const { knex, logger, configured, now } = this.#options;
    await pruneTransitions(knex, now() - this.#keepMs, signal);
    const gone = await forgetSources(knex, configured, signal);
    for (const name of gone) {
      logger.info(`${name}: no longer configured; what was stored is deleted`);
    }
  }
}
