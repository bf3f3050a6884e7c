import { KubernetesCredentials } from '../credentials/KubernetesCredentials';
import { describeRequest } from './describeRequest';
import { errorFromResponse } from './errorFromResponse';
import { HttpExchange, HttpCall } from './HttpExchange';
import { KubernetesError } from './KubernetesError';
import { impersonationHeaders } from './impersonationHeaders';
import {
  KubernetesRequest,
  KubernetesResponse,
  KubernetesStream,
  KubernetesStreamRequest,
} from './KubernetesRequest';
import { pathWithQuery } from './pathWithQuery';
import { readBody } from './readBody';
import { readLineBatches } from './readLineBatches';
import { RequestLimiter } from './RequestLimiter';
import { requireJson } from './requireJson';
import { toKubernetesStatus } from './toKubernetesStatus';

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
    const what = describeRequest(request);
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
        `${describeRequest(request)} failed: the answer is not JSON`,
        { code: 'malformed' },
      );
    }
  }

  /** Reads what says that it is JSON, without parsing it; anything else is `not-an-api`. */
  async jsonBytes(request: KubernetesRequest): Promise<Buffer> {
    const { headers, body } = await this.request(request);
    requireJson(describeRequest(request), headers);
    return body;
  }

  /** The error of a Status that was sent inside a stream. */
  errorFromStatus(
    request: KubernetesRequest,
    status: unknown,
  ): KubernetesError {
    const code = toKubernetesStatus(status)?.code;
    return errorFromResponse(
      describeRequest(request),
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
    requireJson(describeRequest(request), stream.headers);
    return stream;
  }

  /** Opens a stream of lines, such as a followed log. Throws before the first line when refused. */
  async stream(request: KubernetesStreamRequest): Promise<KubernetesStream> {
    const { deadlineMs = 30_000, maxLineBytes = 4 * 1024 * 1024 } = request;
    const what = describeRequest(request);
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
    const what = describeRequest(request);
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
