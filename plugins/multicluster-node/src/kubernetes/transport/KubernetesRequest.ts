import { IncomingHttpHeaders } from 'node:http';
import { ImpersonatedUser } from './impersonationHeaders';
import { StreamLine } from './splitLines';

/** A request to an API server. @public */
export interface KubernetesRequest {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** From {@link apiPath} or {@link resourcePath}. */
  path: string;
  query?: Record<string, string | number | boolean | undefined>;
  /** Whom the request is made as; absent: the credential itself. */
  as?: ImpersonatedUser;
  /** Media types wanted; `application/json` when absent. */
  accept?: string;
  /** Sent as JSON. */
  body?: unknown;
  /** Of the body; `application/json` when absent. */
  contentType?: string;
  /** Milliseconds the whole call may take (30,000); for streams, until the headers are there. */
  deadlineMs?: number;
  /** Bytes an answer may have, unpacked (64 MiB). */
  maxBytes?: number;
  signal?: AbortSignal;
}

/** A request for lines that come as they happen. @public */
export interface KubernetesStreamRequest extends KubernetesRequest {
  /**
   * Milliseconds without a byte after which the stream ends with a KubernetesError of reason `Silent`; a function is asked
   * anew before each wait. Absent: forever.
   */
  idleMs?: number | (() => number);
  /** Bytes a line may have (4 MiB). */
  maxLineBytes?: number;
}

/** A successful answer. @public */
export interface KubernetesResponse {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** A stream whose headers have come. It must be read to its end, left by `break`, or aborted. @public */
export interface KubernetesStream {
  headers: IncomingHttpHeaders;
  /**
   * Lines, in batches as they arrive. Ends at the end of the stream; throws a KubernetesError when the connection breaks or
   * falls silent, and the signal's reason on abort.
   */
  batches: AsyncIterable<StreamLine[]>;
}
