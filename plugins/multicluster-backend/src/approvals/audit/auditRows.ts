import { Knex } from 'knex';
import { HashedEntry } from './auditHashes';

/** An entry as it is stored, with its payload unless that was erased. */
export interface AuditRow extends HashedEntry {
  hash: string;
  actor: string;
  salt?: string;
  /** Canonical JSON, as it was hashed. */
  payload?: string;
}

/** Reads entries of the trail. */
export const auditRows = {
  async lastSeq(knex: Knex): Promise<number> {
    const row = await knex('approval_audit').max('seq as seq').first();
    return Number(row?.seq ?? 0);
  },

  /** In order, those after one number and up to another. */
  async select(
    knex: Knex,
    range: { after: number; upTo: number },
    limit: number,
  ): Promise<AuditRow[]> {
    const rows = await knex('approval_audit as a')
      .leftJoin('approval_audit_payload as p', 'p.seq', 'a.seq')
      .where('a.seq', '>', range.after)
      .where('a.seq', '<=', range.upTo)
      .orderBy('a.seq')
      .limit(limit)
      .select('a.*', 'p.salt', 'p.payload');
    return rows.map(toAuditRow);
  },
};

function toAuditRow(row: Record<string, string | number | null>): AuditRow {
  return {
    seq: Number(row.seq),
    prevHash: String(row.prev_hash),
    hash: String(row.hash),
    at: Number(row.at),
    actor: String(row.actor),
    action: String(row.action),
    requestId: textOrNull(row.request_id),
    environment: textOrNull(row.environment),
    payloadHash: String(row.payload_hash),
    ...(typeof row.salt === 'string' && { salt: row.salt }),
    ...(typeof row.payload === 'string' && { payload: row.payload }),
  };
}

function textOrNull(value: string | number | null): string | null {
  return value === null ? null : String(value);
}
