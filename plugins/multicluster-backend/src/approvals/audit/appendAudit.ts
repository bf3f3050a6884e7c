import { randomBytes } from 'node:crypto';
import { Knex } from 'knex';
import { databaseClock } from '../../inventory/sql/databaseClock';
import { canonicalJson } from '../rules/digest/canonicalJson';
import { AuditDraft } from './AuditDraft';
import { auditHashes } from './auditHashes';
import { lockAudit } from './lockAudit';

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
  await lockAudit(trx);
  const { at, seq, hash } = await selectEnd(trx);
  let last = { seq, hash };
  for (const draft of list) {
    last = await insertEntry(trx, draft, last, at);
  }
  return last.seq;
}

async function selectEnd(
  trx: Knex,
): Promise<{ at: number; seq: number; hash: string }> {
  const [clock, end] = await Promise.all([
    trx.select(trx.raw(`${databaseClock(trx)} as now`)).first(),
    trx('approval_audit').orderBy('seq', 'desc').first('seq', 'hash'),
  ]);
  return {
    at: Math.round(Number(clock.now)),
    seq: Number(end?.seq ?? 0),
    hash: end?.hash ?? auditHashes.first,
  };
}

async function insertEntry(
  trx: Knex,
  draft: AuditDraft,
  end: { seq: number; hash: string },
  at: number,
): Promise<{ seq: number; hash: string }> {
  const actor = storable(draft.actor);
  const payload = canonicalJson(draft.payload);
  const salt = randomBytes(16).toString('hex');
  const entry = {
    seq: end.seq + 1,
    prevHash: end.hash,
    at,
    action: storable(draft.action),
    requestId: storableOrNull(draft.requestId),
    environment: storableOrNull(draft.environment),
    payloadHash: auditHashes.ofPayload(salt, actor, payload),
  };
  const hash = auditHashes.ofEntry(entry);
  await trx('approval_audit').insert({
    seq: entry.seq,
    prev_hash: entry.prevHash,
    hash,
    at,
    actor,
    action: entry.action,
    request_id: entry.requestId,
    environment: entry.environment,
    payload_hash: entry.payloadHash,
  });
  await trx('approval_audit_payload').insert({
    seq: entry.seq,
    salt,
    payload,
  });
  return { seq: entry.seq, hash };
}

/** Names come from tools. PostgreSQL stores no NUL, and half a surrogate pair comes back as something else. */
function storable(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8').replaceAll('\0', '\uFFFD');
}

function storableOrNull(text: string | undefined): string | null {
  return text === undefined ? null : storable(text);
}
