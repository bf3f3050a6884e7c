import { JsonObject } from '@backstage/types';

/** An entry of the trail. Its hash covers the hash of its payload, so that a payload can be erased and the chain still holds. @public */
export interface AuditEntry {
  seq: number;
  /** Hex SHA-256 of the entry before it. */
  prevHash: string;
  hash: string;
  /** ISO 8601, by the clock of the database. */
  at: string;
  /** Ref of a user, `external:<tool>:<name>`, or `system`. */
  actor: string;
  /** Stable, for example `vote.counted`, `request.sealed`, `step.observed`. */
  action: string;
  requestId?: string;
  environment?: string;
  payloadHash: string;
  /** Absent: erased. */
  payload?: JsonObject;
}
