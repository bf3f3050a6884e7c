import { CustomErrorBase } from '@backstage/errors';
import { ProblemCode } from '@fairway/backstage-plugin-multicluster-common';

/** What a {@link KubernetesError} knows beside its message. @public */
export interface KubernetesErrorDetails {
  code: ProblemCode;
  /** HTTP status, or the code of a Status sent inside a stream. */
  status?: number;
  /** `reason` of the Status, for example `Expired`. */
  reason?: string;
  /** `message` of the Status: the server's own words, redacted, without control characters, at most 300 long. */
  statusMessage?: string;
  /** Milliseconds the server asked to wait, at most ten minutes. */
  retryAfterMs?: number;
}

/**
 * A request to a Kubernetes API server that failed.
 *
 * @remarks
 * The message never holds a credential, a header or a body other than the redacted `message` of a Status, so that it may
 * be logged and shown.
 *
 * @public
 */
export class KubernetesError extends CustomErrorBase {
  name = 'KubernetesError' as const;
  readonly code: ProblemCode;
  readonly status?: number;
  readonly reason?: string;
  readonly statusMessage?: string;
  readonly retryAfterMs?: number;

  constructor(message: string, details: KubernetesErrorDetails) {
    super(message);
    this.code = details.code;
    this.status = details.status;
    this.reason = details.reason;
    this.statusMessage = details.statusMessage;
    this.retryAfterMs = details.retryAfterMs;
  }

  /** The history asked for is gone: only a full list helps. */
  get expired(): boolean {
    return this.status === 410;
  }
}
