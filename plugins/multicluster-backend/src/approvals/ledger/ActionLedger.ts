import {
  ActionPreview,
  ActionResult,
} from '@fairway/backstage-plugin-multicluster-common';
import { JsonObject } from '@backstage/types';
import { Acting } from '../../service/Acting';
import { refuse } from '../engine/refuse';
import { ApprovalStore } from '../store/ApprovalStore';
import { idempotencyBook } from '../store/idempotencyBook';

/** What is noted of a change beside requests. */
export interface LedgerEntry {
  action: string;
  environment?: string;
  payload: JsonObject;
}

/** A change of a control plane that somebody asked for. */
export interface LedgerAct<R extends ActionResult> {
  /** What is asked, with the environment it concerns. */
  of: LedgerEntry;
  /** What was given with it, for the trail. */
  asked: JsonObject;
  /** Sends it once. Rejects only when nothing was sent. */
  send(): Promise<R>;
  /** What is answered, once the source has. */
  answer(result: R): ActionPreview | Promise<ActionPreview>;
}

/**
 * The trail of what people do to clusters and lanes: the intent is committed before anything is sent, so that no change is without an entry,
 * and a repetition gets the first answer and sends nothing.
 */
export class ActionLedger {
  static create(store: ApprovalStore): ActionLedger {
    return new ActionLedger(store);
  }

  readonly #store: ApprovalStore;

  private constructor(store: ApprovalStore) {
    this.#store = store;
  }

  /**
   * Notes the intent, sends, and notes what came of it. A repetition gets the first answer and sends nothing.
   *
   * @throws STALE_VERSION when it is another version by now
   */
  async run<R extends ActionResult>(
    acting: Acting,
    { of, asked, send, answer }: LedgerAct<R>,
  ): Promise<ActionPreview> {
    const note = (what: string, more: JsonObject): LedgerEntry => ({
      ...of,
      action: `${of.action}.${what}`,
      payload: { ...of.payload, ...more },
    });
    const known = await this.#begin(acting, note('asked', asked));
    if (known) {
      return known;
    }
    const result = await send().catch(async error => {
      // Only what was never sent ends so.
      await this.#end(acting, note('failed', {}));
      throw error;
    });
    const entry = note(result.outcome, {
      ...(result.code && { code: result.code }),
      // What was done may not be all that was wanted: another hand may still hold what was let go.
      ...(result.sentence && { said: result.sentence.text }),
      actedAs: { ...result.actedAs },
    });
    if (result.code === 'conflict') {
      await this.#end(acting, entry);
      throw refuse('STALE_VERSION');
    }
    const answered = await answer(result);
    await this.#end(acting, entry, answered.done ? answered : undefined);
    return answered;
  }

  /** The first answer of a repetition; undefined: it is the first, and the intent stands in the trail. */
  async #begin(
    { caller, idempotency, evidence }: Acting,
    entry: LedgerEntry,
  ): Promise<ActionPreview | undefined> {
    const actor = caller.userEntityRef;
    return this.#store.transaction(async trx => {
      const now = await this.#store.now(trx);
      const known = await idempotencyBook.claim(trx, {
        ...idempotency,
        caller: actor,
        now,
      });
      if (known !== undefined) {
        return JSON.parse(known);
      }
      const payload = { ...entry.payload, evidence };
      await this.#store.append(trx, [{ actor, ...entry, payload }]);
      return undefined;
    });
  }

  /** What came of it, and with `answer` what a repetition is told. Without one the key is free again: nothing was changed. */
  async #end(
    { caller, idempotency }: Acting,
    entry: LedgerEntry,
    answer?: ActionPreview,
  ): Promise<void> {
    const actor = caller.userEntityRef;
    await this.#store.transaction(async trx => {
      if (answer) {
        await idempotencyBook.store(trx, {
          caller: actor,
          key: idempotency.key,
          body: JSON.stringify(answer),
        });
      } else {
        await trx('approval_idempotency')
          .where({ caller: actor, key: idempotency.key })
          .delete();
      }
      await this.#store.append(trx, [{ actor, ...entry }]);
    });
  }
}
