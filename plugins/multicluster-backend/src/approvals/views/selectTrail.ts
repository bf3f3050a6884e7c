import { AuditEntry } from '@fairway/backstage-plugin-multicluster-common';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { toIso } from '../../views/toIso';
import { parseJson } from '../../util/parseJson';
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
  return rows.reverse().map(row => ({
    seq: Number(row.seq),
    prevHash: String(row.prev_hash),
    hash: String(row.hash),
    at: toIso(Number(row.at)),
    actor: String(row.actor),
    action: String(row.action),
    ...(row.request_id !== null && { requestId: String(row.request_id) }),
    ...(row.environment !== null && { environment: String(row.environment) }),
    payloadHash: String(row.payload_hash),
    ...(typeof row.payload === 'string' && {
      payload: parseJson<JsonObject>(row.payload, {}),
    }),
  }));
}
