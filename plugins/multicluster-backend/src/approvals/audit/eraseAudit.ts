import { InputError } from '@backstage/errors';
import { Knex } from 'knex';
import { appendAudit } from './appendAudit';
import { AUDIT_ERASED } from './AUDIT_ERASED';

/** At most that many at once: the entry that names them must stay readable. */
const MOST = 1000;

/** What to erase, and why. */
export interface Erasure {
  seqs: readonly number[];
  /** Who does it; a ref, or the name of whoever called the tool. */
  actor: string;
  /** Names nobody: it stays. */
  reason: string;
}

/**
 * Erases what entries say of people (payload, salt and who did it). The chain holds as before, because it covers a hash of them
 * alone; that they were erased is an entry of its own, without which verifying would call them missing.
 *
 * @returns how many were erased; those that were before are not counted
 * @throws InputError for no reason, for too many, and for an entry that is itself about an erasure
 */
export async function eraseAudit(
  knex: Knex,
  { seqs, actor, reason }: Erasure,
): Promise<number> {
  const wanted = [...new Set(seqs)].sort((a, b) => a - b);
  if (wanted.length === 0 || wanted.length > MOST || !reason.trim()) {
    throw new InputError(
      `Name from 1 to ${MOST} entries to erase, and a reason`,
    );
  }
  return knex.transaction(async trx => {
    const kept = await trx('approval_audit')
      .whereIn('seq', wanted)
      .where('action', AUDIT_ERASED)
      .first('seq');
    if (kept) {
      throw new InputError(
        `Entry ${kept.seq} says what was erased, so it stays`,
      );
    }
    const found = (
      await trx('approval_audit_payload').whereIn('seq', wanted).select('seq')
    ).map(row => Number(row.seq));
    if (found.length === 0) {
      return 0;
    }
    await trx('approval_audit_payload').whereIn('seq', found).delete();
    await trx('approval_audit')
      .whereIn('seq', found)
      .update({ actor: 'erased' });
    await appendAudit(trx, {
      actor,
      action: AUDIT_ERASED,
      payload: { seqs: found.sort((a, b) => a - b), reason },
    });
    return found.length;
  });
}
