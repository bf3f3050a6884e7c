import {
  ActionResult,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { DerivedRun } from '@fairway/backstage-plugin-multicluster-node';
import { Knex } from 'knex';
import { RunRecord } from '../../views/runs/RunRecord';
import {
  DeliveryAdapter,
  Preflight,
  StepContext,
  StepObservation,
} from '../delivery/DeliveryAdapter';
import { notRead } from '../delivery/notRead';
import { RequestRecord } from '../model/RequestRecord';
import { PlannedStep } from '../model/StepRecord';
import { RunDrafts } from '../observe/RunDrafts';
import { selectRun } from '../observe/selectRun';
import { ApprovalClock } from '../store/DatabaseClock';
import { isPast } from './askingStages';
import { FreshRuns } from './FreshRuns';
import { outcomeOfPull } from './outcomeOfPull';
import { PullEntry } from './PullEntry';
import { PullLedger } from './PullLedger';

/** A script that has not asked for so long has ended, or was lost with whoever ran it. */
const ASKS_WITHIN_MS = 120_000;

interface Options {
  knex: Knex;
  clock: ApprovalClock;
  drafts: RunDrafts;
  ledger: PullLedger;
  fresh: Pick<FreshRuns, 'read'>;
}

/**
 * The answer to a stage that asks. Nothing is sent to anybody: once its step was taken up the stage is told when it asks next,
 * so that sending twice is the same as sending once.
 */
export class PullAdapter implements DeliveryAdapter {
  static create(options: Options): PullAdapter {
    return new PullAdapter(options);
  }

  readonly #options: Options;

  private constructor(options: Options) {
    this.#options = options;
  }

  plan({ gateId = '' }: RequestRecord): PlannedStep[] {
    return [{ key: 'answer', title: gateId, identity: { mode: 'pull' } }];
  }

  async preflight({ request }: StepContext): Promise<Preflight> {
    const { drafts, knex, clock } = this.#options;
    const { record, run, entry } = await this.#look(request);
    if (!run || isPast(run)) {
      return {
        go: false,
        why: 'ended',
        how: 'cancelled',
        sentence: sentence(run ? 'pull.runOver' : 'pull.runGone'),
      };
    }
    const now = await drafts.draft(
      record,
      { kind: 'pull', name: request.gateId ?? '', stageId: entry?.stageId },
      request,
    );
    if (now.subjectDigest !== request.subjectDigest) {
      return { go: false, why: 'subject-changed' };
    }
    const since = (await clock.now(knex)) - (entry?.askedAt ?? 0);
    return entry && since <= ASKS_WITHIN_MS
      ? { go: true }
      : { go: false, why: 'wait', sentence: sentence('pull.notAsking') };
  }

  async send(): Promise<ActionResult> {
    return {
      outcome: 'requested',
      sentence: sentence('pull.answerReady'),
      actedAs: { mode: 'pull' },
      retryable: true,
    };
  }

  async observe({ request }: StepContext): Promise<StepObservation> {
    const { run, entry } = await this.#look(request);
    return outcomeOfPull(run, entry);
  }

  /** What the tool says now. Rejects when it cannot be read, and for a run that was forgotten here and may still run there. */
  async #look(request: RequestRecord): Promise<{
    record: RunRecord;
    run?: DerivedRun;
    entry?: PullEntry;
  }> {
    const { knex, ledger, fresh } = this.#options;
    const record = await selectRun(knex, request.source, request.runKey ?? '');
    if (!record) {
      throw notRead(request);
    }
    const run = await fresh.read(record);
    // After the run: what was told meanwhile, and made the stage go on, would else read as if it had gone on by itself.
    const entry = await ledger.read(request.id);
    return {
      record,
      ...(run && { run }),
      ...(entry && { entry }),
    };
  }
}
