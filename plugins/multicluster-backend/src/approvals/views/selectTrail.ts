import { AuditEntry } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { toAuditEntry } from '../audit/toAuditEntry';
import { Row } from '../store/Row';

/** Entries of the trail that are shown with a request; the whole of it is in the audit. */
const MOST = 500;

/** What happened to a request, oldest first. */
export async function selectTrail(
  knex: Knex,
  requestId: string,
): Promise<AuditEntry[]> {
  const rows: Row[] = await knex('approval_audit as a')
    .leftJoin('approval_audit_payload as p', 'p.seq', 'a.seq')
    .where('a.request_id', requestId)
    .orderBy('a.seq', 'desc')
    .limit(MOST)
    .select('a.*', 'p.payload');
  return rows.reverse().map(row => forReaders(toAuditEntry(row)));
}

/**
 * By what a permission was judged, and whose else a request is, is for those who may read the audit: conditions of a policy name
 * the groups of people, and an entity may be one that its reader cannot see in the catalog.
 */
function forReaders({ payload, ...entry }: AuditEntry): AuditEntry {
  if (!payload) {
    return entry;
  }
  const { evidence, entities, ...shown } = payload;
  return { ...entry, payload: shown };
}
