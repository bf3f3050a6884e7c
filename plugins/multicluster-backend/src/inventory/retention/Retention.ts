import { LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { Knex } from 'knex';
import { forgetSources } from './forgetSources';
import { pruneDemand } from './pruneDemand';
import { pruneRuns } from './pruneRuns';
import { pruneTransitions } from './pruneTransitions';
import { readKeep } from './readKeep';

interface Options {
  knex: Knex;
  logger: LoggerService;
  configured: string[];
  now(): number;
}

/** How long what is kept at all, in milliseconds. */
interface Keep {
  transitions: number;
  runs: number;
}

/** Keeps the tables from growing for ever: old transitions and runs, and sources that were taken out of the configuration. */
export class Retention {
  readonly #keep: Keep;
  readonly #options: Options;

  /** Throws an InputError when a configured duration cannot be read. */
  static fromConfig(config: Config, options: Options): Retention {
    const keep = {
      transitions: readKeep(config, 'transitions'),
      runs: readKeep(config, 'runs'),
    };
    return new Retention(keep, options);
  }

  private constructor(keep: Keep, options: Options) {
    this.#keep = keep;
    this.#options = options;
  }

  /** Deletes in small parts, and ends between two of them when it is told to. */
  async prune(signal: AbortSignal): Promise<void> {
    const { knex, logger, configured, now } = this.#options;
    await pruneTransitions(knex, now() - this.#keep.transitions, signal);
    await pruneRuns(knex, now() - this.#keep.runs, signal);
    await pruneDemand(knex);
    const gone = await forgetSources(knex, configured, signal);
    for (const name of gone) {
      logger.info(`${name}: no longer configured; what was stored is deleted`);
    }
  }
}
