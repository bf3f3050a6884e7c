import { ActionPreview } from '@fairway/backstage-plugin-multicluster-common';
import { JsonObject } from '@backstage/types';
import { Acting } from '../../service/Acting';
import { ApprovalStore } from '../store/ApprovalStore';
import { idempotencyBook } from '../store/idempotencyBook';

/** What is noted of a change beside requests. */
export interface LedgerEntry {
  action: string;
  environment?: string;
  payload: JsonObject;
}

/**
 * The trail of what people do to clusters: the intent is committed before anything is sent, so that no change is without an entry,
 * and a repetition gets the first answer and sends nothing.
 */
export class ClusterLedger {
  static create(store: ApprovalStore): ClusterLedger {
    return new ClusterLedger(store);
  }

  readonly #store: ApprovalStore;

  private constructor(store: ApprovalStore) {
    this.#store = store;
  }

  /** The first answer of a repetition; undefined: it is the first, and the intent stands in the trail. */
  async begin(
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
  async end(
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
