import { InputError } from '@backstage/errors';
import { Knex } from 'knex';
import { Inventory } from '../../inventory/Inventory';
import {
  PullAnswer,
  PullGateService,
  PullQuestion,
} from '../../service/PullGateService';
import { notAllowed, notFound } from '../../util/codedErrors';
import { RunRecord } from '../../views/runs/RunRecord';
import { selectRun } from '../observe/selectRun';
import { selectEntities } from '../observe/selectEntities';
import { PullAnswers } from './PullAnswers';
import { PullCallers } from './PullCallers';
import { PullGateEntry, PullGatesConfig } from './readPullGates';
import { readQuestion } from './readQuestion';

interface Options {
  knex: Knex;
  gates: PullGatesConfig;
  answers: PullAnswers;
  demand: Pick<Inventory['demand'], 'noteWatched' | 'wake'>;
  now?: () => number;
}

/**
 * Judges who asks and about what, before anything is answered. A run is known by what its source told us of it, and by nothing
 * that whoever asks says; one agent runs the scripts of all its applications, so that the secret keeps agents apart and not
 * applications.
 */
export class DefaultPullGateService implements PullGateService {
  static create(options: Options): PullGateService {
    return new DefaultPullGateService(options);
  }

  readonly #options: Options;
  readonly #callers: PullCallers;

  private constructor(options: Options) {
    this.#options = options;
    this.#callers = PullCallers.create(options.gates.entries, options.now);
  }

  async answer({ secret, body }: PullQuestion): Promise<PullAnswer> {
    const { answers, demand } = this.#options;
    const entry = this.#callers.identify(secret);
    const { run, gate } = readQuestion(body);
    if (!entry.gates.has(gate)) {
      throw new InputError('No gate of this name is configured');
    }
    const record = await this.#observed(entry, run);
    // What waits for an answer is looked at as often as what somebody has on screen.
    await demand.noteWatched(record.hash);
    const answer = await answers.of(record, gate);
    if (answer.reason === 'NOT_OBSERVED_YET') {
      await demand.wake(entry.source, [run]);
    }
    return answer;
  }

  /** The run, as far as it is one of that agent and somebody's. */
  async #observed(entry: PullGateEntry, run: string): Promise<RunRecord> {
    const { knex, demand } = this.#options;
    const record = await selectRun(knex, entry.source, run);
    const agent = record?.fact.agentKey ?? record?.pipeline.agent?.key;
    if (!record || (entry.agents && !entry.agents.has(agent ?? ''))) {
      if (!record) {
        await demand.wake(entry.source, [run]);
      }
      throw notFound('run-not-observed', 'No run of this id was observed');
    }
    const { id } = record.pipeline;
    const entities = (await selectEntities(knex, [id])).get(id);
    if (!entities?.some(({ confirmed }) => confirmed)) {
      throw notAllowed(
        'MATCH_NOT_CONFIRMED',
        'The pipeline of the run is not confirmed to belong to an entity',
      );
    }
    return record;
  }
}
