import { AuditEntry } from '@fairway/backstage-plugin-multicluster-common';
import { JsonObject } from '@backstage/types';
import { parseJson } from '../../util/parseJson';
import { toIso } from '../../views/toIso';
import { Row } from '../store/Row';

/** A row of the trail joined with its payload, as it is shown. A payload that was erased is absent. */
export function toAuditEntry(row: Row): AuditEntry {
  const payload = parseJson<JsonObject | undefined>(
    typeof row.payload === 'string' ? row.payload : undefined,
    undefined,
  );
  return {
    seq: Number(row.seq),
    prevHash: String(row.prev_hash),
    hash: String(row.hash),
    at: toIso(Number(row.at)),
    actor: String(row.actor),
    action: String(row.action),
    ...(row.request_id !== null && { requestId: String(row.request_id) }),
    ...(row.environment !== null && { environment: String(row.environment) }),
    payloadHash: String(row.payload_hash),
    ...(payload && { payload }),
  };
}
