/** A `Status` object of the Kubernetes API, as a failed request is answered. */
export interface Status {
  kind: 'Status';
  apiVersion: 'v1';
  metadata: Record<string, unknown>;
  status: 'Failure' | 'Success';
  message?: string;
  /** Absent when the server itself has no word for it. */
  reason?: string;
  details?: StatusDetails;
  code: number;
}

/** Which object a failure is about, and why. */
export interface StatusDetails {
  name?: string;
  group?: string;
  kind?: string;
  uid?: string;
  causes?: Array<{ reason?: string; message?: string; field?: string }>;
  retryAfterSeconds?: number;
}

/** A refusal with the body that a real API server would send. */
export class StatusError extends Error {
  readonly status: Status;
  /** Headers that belong to this refusal, such as `x-content-type-options` of an authorizer's 403. */
  readonly headers: Record<string, string>;

  constructor(
    code: number,
    reason: string,
    message: string,
    details?: StatusDetails,
    headers: Record<string, string> = {},
  ) {
    super(message);
    this.name = 'StatusError';
    this.status = {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message,
      ...(reason && { reason }),
      ...(details && { details }),
      code,
    };
    this.headers = details?.retryAfterSeconds
      ? { 'retry-after': String(details.retryAfterSeconds), ...headers }
      : headers;
  }

  get code(): number {
    return this.status.code;
  }
}
