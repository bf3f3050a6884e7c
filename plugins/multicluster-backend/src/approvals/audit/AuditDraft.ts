import { JsonObject } from '@backstage/types';

/**
 * Something that goes into the trail, in the transaction of what it tells about: a failed append undoes that too. The time, the
 * number and the hashes are added when it is appended.
 */
export interface AuditDraft {
  /** Ref of a user, `external:<tool>:<name>`, or `system`. */
  actor: string;
  /** Stable, `<area>.<what>`: request.opened, request.sealed, vote.counted, vote.refused, step.sent, step.observed … */
  action: string;
  requestId?: string;
  environment?: string;
  /** Whatever names a person stands here and nowhere else, so that it can be erased. */
  payload: JsonObject;
}
