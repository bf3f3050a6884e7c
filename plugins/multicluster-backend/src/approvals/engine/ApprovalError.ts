import { CustomErrorBase } from '@backstage/errors';
import { ApprovalCode } from '@fairway/backstage-plugin-multicluster-common';

/** Statuses of codes; those that are not named say how the request stands: 409. */
const STATUS: Partial<Record<ApprovalCode, number>> = {
  COMMENT_REQUIRED: 400,
  REASON_REQUIRED: 400,
  TICKET_REQUIRED: 400,
  NOT_A_USER: 403,
  GUEST: 403,
  ACTING_FOR_SOMEBODY: 403,
  NOT_IN_CATALOG: 403,
  NOT_PERMITTED: 403,
  NOT_ELIGIBLE: 403,
  IS_REQUESTER: 403,
  IS_AUTHOR: 403,
  NOT_LISTED_IN_TOOL: 403,
  NO_IDENTITY_IN_TOOL: 403,
  STALE_VERSION: 412,
  IDEMPOTENCY_MISMATCH: 422,
  PRECONDITION_REQUIRED: 428,
  RATE_LIMITED: 429,
  PROVIDER_STALE: 503,
  DATABASE_UNAVAILABLE: 503,
};

const NAMES: Record<number, string> = {
  400: 'InputError',
  403: 'NotAllowedError',
  409: 'ConflictError',
  503: 'ServiceUnavailableError',
};

/**
 * A refusal, with the code that clients go by and the status of the answer. The message is for people and holds nothing that
 * the caller sent.
 */
export class ApprovalError extends CustomErrorBase {
  readonly code: ApprovalCode;
  readonly statusCode: number;
  /** What the caller needs to go on, for example the digest as it is now. */
  readonly details?: Record<string, string>;

  constructor(
    code: ApprovalCode,
    message: string,
    details?: Record<string, string>,
  ) {
    super(message);
    this.code = code;
    this.statusCode = statusOfCode(code);
    this.name = NAMES[this.statusCode] ?? 'ApprovalError';
    this.details = details;
  }
}

/** The HTTP status that goes with a code. */
export function statusOfCode(code: ApprovalCode): number {
  return STATUS[code] ?? 409;
}
