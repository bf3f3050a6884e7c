import { Knex } from 'knex';
import { ApprovalError } from '../engine/ApprovalError';
import { Idempotency } from '../engine/ApprovalEngine';

/** Answers are repeated for this long. */
const KEPT_MS = 48 * 3600_000;

/** A repetition is answered as the first was; the row is written in the transaction of what it answers. */
export const idempotencyBook = {
  /**
   * Claims a key. Gives the stored body when it was answered before; somebody who asks the same at the same moment waits here
   * for the first to commit.
   *
   * Throws IDEMPOTENCY_MISMATCH when the key was used for something else, or by somebody else.
   */
  async claim(
    trx: Knex.Transaction,
    asked: Idempotency & { caller: string; now: number },
  ): Promise<string | undefined> {
    const { caller, key, fingerprint, now } = asked;
    const inserted = await trx('approval_idempotency')
      .insert({ caller, key, fingerprint, created_at: now })
      .onConflict(['caller', 'key'])
      .ignore()
      .returning('key');
    const row = await trx('approval_idempotency')
      .where({ caller, key })
      .first();
    const other = await trx('approval_idempotency')
      .where({ key })
      .whereNot({ caller })
      .first('key');
    if (other || row.fingerprint !== fingerprint) {
      throw new ApprovalError(
        'IDEMPOTENCY_MISMATCH',
        'The idempotency key was used for another request',
      );
    }
    if (inserted.length > 0) {
      return undefined;
    }
    if (row.body === null) {
      throw new ApprovalError(
        'IDEMPOTENCY_PENDING',
        'The same request is still under way',
      );
    }
    return row.body;
  },

  async store(
    trx: Knex.Transaction,
    answered: { caller: string; key: string; body: string },
  ): Promise<void> {
    const { caller, key, body } = answered;
    await trx('approval_idempotency')
      .where({ caller, key })
      .update({ status: 200, body });
  },

  async prune(knex: Knex, now: number): Promise<void> {
    await knex('approval_idempotency')
      .where('created_at', '<', now - KEPT_MS)
      .delete();
  },
};
