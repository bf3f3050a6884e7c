import { IncomingHttpHeaders } from 'node:http';
import { KubernetesCredentials } from '../credentials/KubernetesCredentials';
import { errorFromResponse } from './errorFromResponse';
import { HttpExchange, HttpCall } from './HttpExchange';
import { KubernetesError } from './KubernetesError';
import { impersonationHeaders, ImpersonatedUser } from './impersonationHeaders';
import { readBody } from './readBody';
import { readLineBatches } from './readLineBatches';
import { RequestLimiter } from './RequestLimiter';
import { StreamLine } from './splitLines';
import { toKubernetesStatus } from './toKubernetesStatus';

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

/**
 * Reads one Kubernetes API server, over `node:https`.
 *
 * @remarks
 * The clients at hand join repeated headers or cannot act as a group, which is why this exists. Connections are kept alive
 * and redirects are never followed. A 401 makes the credential be read again, once per request.
 *
 * @public
 */
export class KubernetesTransport {
  /**
   * @param options - `limiter`: what bounds lists over all lanes; `userAgent` must not look like a browser or curl, for
   * which servers indent their JSON to twice its size
   */
  static create(options: {
    credentials: KubernetesCredentials;
    limiter?: RequestLimiter;
    userAgent?: string;
    /** Milliseconds since the epoch. */
    now?: () => number;
  }): KubernetesTransport {
    return new KubernetesTransport(
      HttpExchange.create({
        credentials: options.credentials,
        userAgent: options.userAgent ?? 'fairway-multicluster/1.0',
      }),
      options.limiter ?? RequestLimiter.create(),
      options.now ?? Date.now,
    );
  }

  /** Shared by all lanes of this server. */
  readonly limiter: RequestLimiter;
  readonly #exchange: HttpExchange;
  readonly #now: () => number;

  private constructor(
    exchange: HttpExchange,
    limiter: RequestLimiter,
    now: () => number,
  ) {
    this.#exchange = exchange;
    this.limiter = limiter;
    this.#now = now;
  }

  /** Sends a request and reads its whole answer. Throws a KubernetesError for anything but a success. */
  async request(request: KubernetesRequest): Promise<KubernetesResponse> {
    const { deadlineMs = 30_000, maxBytes = 64 * 1024 * 1024 } = request;
    const what = describe(request);
    const timeout = AbortSignal.timeout(deadlineMs);
    const signal = request.signal
      ? AbortSignal.any([request.signal, timeout])
      : timeout;
    try {
      const answer = await this.#send(request, signal, {
        'Accept-Encoding': 'gzip',
      });
      const body = await readBody(answer.message, { what, maxBytes });
      const { statusCode: status = 0, headers } = answer.message;
      return { status, headers, body };
    } catch (error) {
      request.signal?.throwIfAborted();
      if (timeout.aborted) {
        throw new KubernetesError(`${what} failed: no answer in time`, {
          code: 'timeout',
        });
      }
      throw error;
    }
  }

  /** Reads JSON. An answer that is none, whatever its status, is `not-an-api` or `malformed`. */
  async json<T = unknown>(request: KubernetesRequest): Promise<T> {
    const body = await this.jsonBytes(request);
    try {
      return JSON.parse(body.toString('utf8')) as T;
    } catch {
      throw new KubernetesError(
        `${describe(request)} failed: the answer is not JSON`,
        { code: 'malformed' },
      );
    }
  }

  /** Reads what says that it is JSON, without parsing it; anything else is `not-an-api`. */
  async jsonBytes(request: KubernetesRequest): Promise<Buffer> {
    const { headers, body } = await this.request(request);
    requireJson(describe(request), headers);
    return body;
  }

  /** The error of a Status that was sent inside a stream. */
  errorFromStatus(
    request: KubernetesRequest,
    status: unknown,
  ): KubernetesError {
    const code = toKubernetesStatus(status)?.code;
    return errorFromResponse(
      describe(request),
      {
        status: code !== undefined && code >= 400 ? code : 500,
        contentType: 'application/json',
        body: JSON.stringify(status) ?? '',
      },
      { secrets: this.#exchange.secrets, now: this.#now() },
    );
  }

  /** Opens a watch, or anything else that sends JSON line by line. */
  async watch(request: KubernetesStreamRequest): Promise<KubernetesStream> {
    const stream = await this.stream(request);
    requireJson(describe(request), stream.headers);
    return stream;
  }

  /** Opens a stream of lines, such as a followed log. Throws before the first line when refused. */
  async stream(request: KubernetesStreamRequest): Promise<KubernetesStream> {
    const { deadlineMs = 30_000, maxLineBytes = 4 * 1024 * 1024 } = request;
    const what = describe(request);
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), deadlineMs);
    const signal = request.signal
      ? AbortSignal.any([request.signal, deadline.signal])
      : deadline.signal;
    try {
      const { message } = await this.#send(request, signal, {});
      return {
        headers: message.headers,
        batches: readLineBatches(message, {
          what,
          maxLineBytes,
          idleMs: request.idleMs,
          signal: request.signal,
        }),
      };
    } catch (error) {
      request.signal?.throwIfAborted();
      if (deadline.signal.aborted) {
        throw new KubernetesError(`${what} failed: no answer in time`, {
          code: 'timeout',
        });
      }
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Closes idle connections; calls under way go on. */
  close(): void {
    this.#exchange.close();
  }

  async #send(
    request: KubernetesRequest,
    signal: AbortSignal,
    headers: Record<string, string>,
  ) {
    const what = describe(request);
    const call: HttpCall = {
      what,
      method: request.method ?? 'GET',
      path: pathWithQuery(request),
      body:
        request.body === undefined ? undefined : JSON.stringify(request.body),
      headers: {
        Accept: request.accept ?? 'application/json',
        ...headers,
        ...(request.as && impersonationHeaders(request.as)),
        ...(request.body !== undefined && {
          'Content-Type': request.contentType ?? 'application/json',
        }),
      },
      signal,
    };
    const answer = await this.#exchange.send(call);
    const { statusCode: status = 0, headers: answered } = answer.message;
    if (status >= 200 && status < 300) {
      return answer;
    }
    // Enough for every Status; the rest of a page that a proxy sent is of no use.
    const body = await readBody(answer.message, {
      what,
      maxBytes: 64 * 1024,
      truncate: true,
    });
    throw errorFromResponse(
      what,
      {
        status,
        contentType: answered['content-type'],
        retryAfter: answered['retry-after'],
        body: body.toString('utf8'),
      },
      { secrets: answer.secrets, now: this.#now() },
    );
  }
}

function describe(request: KubernetesRequest): string {
  return `${request.method ?? 'GET'} ${request.path}`;
}

function pathWithQuery({ path, query = {} }: KubernetesRequest): string {
  const entries = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, String(value)]);
  const text = new URLSearchParams(entries).toString();
  return text ? `${path}?${text}` : path;
}

function requireJson(what: string, headers: IncomingHttpHeaders): void {
  if (!headers['content-type']?.includes('json')) {
    throw new KubernetesError(
      `${what} failed: the answer is no JSON, so this is not an API server`,
      { code: 'not-an-api' },
    );
  }
}
