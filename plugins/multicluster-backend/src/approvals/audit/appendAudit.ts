import { randomBytes } from 'node:crypto';
import { Knex } from 'knex';
import { databaseClock } from '../../inventory/sql/databaseClock';
import { canonicalJson } from '../rules/digest/canonicalJson';
import { AuditDraft } from './AuditDraft';
import { auditHashes } from './auditHashes';
import { lockAudit } from './lockAudit';

/** Rows in one statement; engines bound how many values one may carry. */
const AT_ONCE = 100;

/**
 * Appends to the trail, in the transaction of what the entries tell about.
 *
 * @remarks
 * Writers queue from here to the end of their transactions, because a trail without gaps has one end. So this is the last thing
 * of a transaction: one that locks more rows afterwards can meet another that holds those and waits here.
 *
 * @returns the number of the last entry; undefined when there was nothing to append
 */
export async function appendAudit(
  trx: Knex,
  drafts: AuditDraft | readonly AuditDraft[],
): Promise<number | undefined> {
  const list = Array.isArray(drafts) ? drafts : [drafts];
  if (list.length === 0) {
    return undefined;
  }
  // What can be reckoned before others have to wait, is.
  const prepared = list.map(prepare);
  await lockAudit(trx);
  const end = await selectEnd(trx);
  const entries = link(prepared, end);
  for (let from = 0; from < entries.length; from += AT_ONCE) {
    const part = entries.slice(from, from + AT_ONCE);
    await trx('approval_audit').insert(part.map(({ entry }) => entry));
    await trx('approval_audit_payload').insert(
      part.map(({ payload }) => payload),
    );
  }
  return end.seq + entries.length;
}

/** Its clock is read behind the lock, so that no entry is of a moment before the one before it. */
async function selectEnd(
  trx: Knex,
): Promise<{ at: number; seq: number; hash: string }> {
  const end = await trx
    .select(trx.raw(`${databaseClock(trx)} as now`), 'last.seq', 'last.hash')
    .from(trx.select(trx.raw('1')).as('one'))
    .leftJoin(
      trx('approval_audit')
        .orderBy('seq', 'desc')
        .limit(1)
        .select('seq', 'hash')
        .as('last'),
      trx.raw('1 = 1'),
    )
    .first();
  return {
    at: Math.round(Number(end.now)),
    seq: Number(end.seq ?? 0),
    hash: end.hash ?? auditHashes.first,
  };
}

/** What of an entry does not go by its place. */
function prepare(draft: AuditDraft) {
  const actor = storable(draft.actor);
  const payload = canonicalJson(draft.payload);
  const salt = randomBytes(16).toString('hex');
  return {
    actor,
    action: storable(draft.action),
    requestId: storableOrNull(draft.requestId),
    environment: storableOrNull(draft.environment),
    payloadHash: auditHashes.ofPayload(salt, actor, payload),
    salt,
    payload,
  };
}

/** Rows in the order of the drafts, each bound to the one before. */
function link(
  prepared: ReadonlyArray<ReturnType<typeof prepare>>,
  { at, seq, hash }: { at: number; seq: number; hash: string },
) {
  let prevHash = hash;
  return prepared.map(({ salt, payload, actor, ...rest }, index) => {
    const entry = { ...rest, seq: seq + index + 1, prevHash, at };
    const own = auditHashes.ofEntry(entry);
    const row = {
      seq: entry.seq,
      prev_hash: prevHash,
      hash: own,
      at,
      actor,
      action: entry.action,
      request_id: entry.requestId,
      environment: entry.environment,
      payload_hash: entry.payloadHash,
    };
    prevHash = own;
    return { entry: row, payload: { seq: entry.seq, salt, payload } };
  });
}

/** Names come from tools. PostgreSQL stores no NUL, and half a surrogate pair comes back as something else. */
function storable(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8').replaceAll('\0', '\uFFFD');
}

function storableOrNull(text: string | undefined): string | null {
  return text === undefined ? null : storable(text);
}
