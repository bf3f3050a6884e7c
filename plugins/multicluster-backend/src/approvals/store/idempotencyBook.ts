import { Knex } from 'knex';
import { ApprovalError } from '../engine/ApprovalError';
import { Idempotency } from '../engine/ApprovalEngine';
import { Row } from './Row';

/** Answers are repeated for this long. */
const KEPT_MS = 48 * 3600_000;

type Claim = Idempotency & {
  caller: string;
  /** Milliseconds since the epoch, or what gives them within a statement. */
  now: number | Knex.Raw;
};

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
    asked: Claim,
  ): Promise<string | undefined> {
    if (await insertNew(trx, asked)) {
      return undefined;
    }
    const { caller, key, fingerprint } = asked;
    const rows: Row[] = await trx('approval_idempotency').where({ key });
    const row = rows.find(known => known.caller === caller);
    if (
      rows.some(known => known.caller !== caller) ||
      (row && row.fingerprint !== fingerprint)
    ) {
      throw new ApprovalError(
        'IDEMPOTENCY_MISMATCH',
        'The idempotency key was used for another request',
      );
    }
    if (!row || row.body === null) {
      throw new ApprovalError(
        'IDEMPOTENCY_PENDING',
        'The same request is still under way',
      );
    }
    return String(row.body);
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

/** The first to ask finds out in one statement; false: somebody had the key before. */
async function insertNew(
  trx: Knex.Transaction,
  { caller, key, fingerprint, now }: Claim,
): Promise<boolean> {
  const result: Row[] | { rows: Row[] } = await trx.raw(
    `INSERT INTO approval_idempotency (caller, key, fingerprint, created_at)
     SELECT ?, ?, ?, CAST(? AS bigint)
     WHERE NOT EXISTS (SELECT 1 FROM approval_idempotency WHERE key = ? AND caller <> ?)
     ON CONFLICT (caller, key) DO NOTHING
     RETURNING key`,
    [caller, key, fingerprint, now, key, caller],
  );
  const inserted = Array.isArray(result) ? result : result.rows;
  return inserted.length > 0;
}
