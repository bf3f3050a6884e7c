/**
 * Every {@link ApprovalCode}: whatever says something for a code is held to this list by a test.
 *
 * @public
 */
export const approvalCodes = [
  // How the request stands.
  'DECISION_SEALED',
  'DECISION_IN_FLIGHT',
  'NOTHING_TO_RECALL',
  'TOO_LATE',
  'FINAL',
  'STALE_VERSION',
  'SUBJECT_CHANGED',
  'IDEMPOTENCY_MISMATCH',
  'IDEMPOTENCY_PENDING',
  'PRECONDITION_REQUIRED',
  'PROVIDER_STALE',
  'DATABASE_UNAVAILABLE',
  'LINE_STOPPED',
  'NOT_HALTED',
  // Nobody may vote.
  'DECIDED_IN_TOOL',
  'NO_POLICY',
  'APPROVALS_DISABLED',
  'POLICY_INVALID',
  'POLICY_UNSATISFIABLE',
  'PERMISSIONS_DISABLED',
  'DATABASE_NOT_DURABLE',
  'MATCH_NOT_CONFIRMED',
  'SUBJECT_INCOMPLETE',
  'SUBJECT_UNPINNED',
  'AUTHOR_UNKNOWN',
  'TOOL_CANNOT_BE_MET',
  // This person may not.
  'NOT_A_USER',
  'GUEST',
  'ACTING_FOR_SOMEBODY',
  'NOT_IN_CATALOG',
  'NOT_PERMITTED',
  'NOT_ELIGIBLE',
  'IS_REQUESTER',
  'IS_AUTHOR',
  'NOT_LISTED_IN_TOOL',
  'NO_IDENTITY_IN_TOOL',
  'COMMENT_REQUIRED',
  'REASON_REQUIRED',
  'TICKET_REQUIRED',
  'RATE_LIMITED',
] as const;

/**
 * Why a vote or another act on a request was refused. Stable; part of every error body, clients and tests go by it.
 *
 * @remarks
 * The second group says that nobody may vote here at all; the third that this person may not.
 *
 * @public
 */
export type ApprovalCode = (typeof approvalCodes)[number];
