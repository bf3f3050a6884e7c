import { Knex } from 'knex';
import { databaseClock } from '../../inventory/sql/databaseClock';
import { RequestRecord } from '../model/RequestRecord';
import { PullEntry } from './PullEntry';
import { selectPullEntries } from './selectPullEntries';

/** Asking is noted no more often: many scripts ask every second, and each note is a write. */
const NOTE_EVERY_MS = 5_000;

/** States of a step whose answer may be given. */
const TOLD = ['sent', 'observed', 'unproven'];

/** Keeps {@link PullEntry}, so that every replica gives the same answer and none gives two. */
export class PullLedger {
  static create(knex: Knex): PullLedger {
    return new PullLedger(knex);
  }

  readonly #knex: Knex;

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async read(requestId: string): Promise<PullEntry | undefined> {
    const entries = await selectPullEntries(this.#knex, [requestId]);
    return entries.get(requestId);
  }

  /** Notes that a stage asks. The first one is the one whose gate it is. @returns what is kept now */
  async asked(requestId: string, stageId: string): Promise<PullEntry> {
    const now = this.#knex.raw(databaseClock(this.#knex));
    await this.#knex('approval_pull')
      .insert({ request_id: requestId, stage_id: stageId, asked_at: now })
      .onConflict('request_id')
      .ignore();
    await this.#knex('approval_pull')
      .where({ request_id: requestId, stage_id: stageId })
      .where(
        'asked_at',
        '<',
        this.#knex.raw(`${databaseClock(this.#knex)} - ?`, [NOTE_EVERY_MS]),
      )
      .update({ asked_at: now });
    return (await this.read(requestId))!;
  }

  /**
   * Notes the answer before it is given, as long as its delivery stands: one that is being taken up anew may be recalled.
   *
   * @returns the answer that was given first, should another replica have been quicker; undefined: it may not be given now
   */
  async answered(
    { id, generation }: Pick<RequestRecord, 'id' | 'generation'>,
    answer: 'approve' | 'reject',
  ): Promise<'approve' | 'reject' | undefined> {
    return await this.#knex.transaction(async trx => {
      // Held until the answer is written: whoever finds the step ambiguous must find the answer too.
      const steps: Array<{ state: string }> = await trx('approval_step')
        .where({ request_id: id, generation })
        .forUpdate()
        .select('state');
      const request = await trx('approval_request').where({ id }).first();
      // Of a question that was held up for long another decision may have taken the place of the one it saw.
      const stands =
        request?.decision === answer && request.generation === generation;
      if (stands && steps.some(({ state }) => TOLD.includes(state))) {
        await trx('approval_pull')
          .where('request_id', id)
          .whereNull('answer')
          .update({ answer, answered_at: trx.raw(databaseClock(trx)) });
      }
      const row = await trx('approval_pull')
        .where('request_id', id)
        .first('answer');
      return row?.answer ?? undefined;
    });
  }
}
