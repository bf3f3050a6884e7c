import { ResponseError } from '@backstage/errors';
import { MulticlusterRequestOptions } from './MulticlusterApi';

type Query = Record<string, string | number | boolean | string[] | undefined>;

/** What a request that changes something carries besides. */
interface WriteRequest {
  method: 'POST' | 'DELETE';
  body?: object;
  ifMatch?: string;
  idempotencyKey: string;
  token?: string;
  signal?: AbortSignal;
}

/**
 * How the clients of the multicluster back end talk to it.
 *
 * @internal
 */
export class ApiTransport {
  readonly #discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetchApi: { fetch: typeof fetch };

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi?: { fetch: typeof fetch };
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi ?? { fetch: globalThis.fetch };
  }

  /** An answer in lines of JSON, one value at a time. */
  async *lines<T>(
    path: string[],
    query: Query,
    options: MulticlusterRequestOptions | undefined,
  ): AsyncIterable<T> {
    const response = await this.#read(path, query, options);
    if (!response.ok || !response.body) {
      throw await ResponseError.fromResponse(response);
    }
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    let rest = '';
    try {
      for (;;) {
        const { done, value } = await reader.read();
        rest += done
          ? decoder.decode()
          : decoder.decode(value, { stream: true });
        const lines = rest.split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) {
          if (line) {
            yield JSON.parse(line) as T;
          }
        }
        if (done) {
          return;
        }
      }
    } finally {
      // Without this the server keeps the followed log open for a reader that is gone.
      await reader.cancel().catch(() => undefined);
    }
  }

  /** A view; `NotModified` when the caller has it. */
  async get<T>(
    path: string[],
    query: Query,
    options: MulticlusterRequestOptions | undefined,
  ): Promise<T> {
    const response = await this.#read(path, query, options);
    if (response.status === 304) {
      const observedAt = response.headers.get('X-Multicluster-Observed-At');
      return {
        notModified: true,
        revision: options?.ifNoneMatch ?? '',
        ...(observedAt && { observedAt }),
      } as T;
    }
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return (await response.json()) as T;
  }

  /** An answer as text of a type that is asked for. */
  async text(
    path: string[],
    query: Query,
    options: MulticlusterRequestOptions & { accept: string },
  ): Promise<string> {
    const response = await this.#read(path, query, options);
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.text();
  }

  /** Changes something; what came of it. */
  async write<T>(path: string[], request: WriteRequest): Promise<T> {
    const { method, body, ifMatch, idempotencyKey, token, signal } = request;
    const response = await this.#fetchApi.fetch(await this.#url(path, {}), {
      method,
      signal,
      headers: {
        ...(body && { 'Content-Type': 'application/json' }),
        ...(token && { Authorization: `Bearer ${token}` }),
        ...(ifMatch !== undefined && { 'If-Match': `"${ifMatch}"` }),
        'Idempotency-Key': idempotencyKey,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return (await response.json()) as T;
  }

  async #read(
    path: string[],
    query: Query,
    options: (MulticlusterRequestOptions & { accept?: string }) | undefined,
  ): Promise<Response> {
    return this.#fetchApi.fetch(await this.#url(path, query), {
      signal: options?.signal,
      headers: {
        ...(options?.accept && { Accept: options.accept }),
        ...(options?.token && { Authorization: `Bearer ${options.token}` }),
        ...(options?.ifNoneMatch && {
          'If-None-Match': `"${options.ifNoneMatch}"`,
        }),
      },
    });
  }

  async #url(path: string[], query: Query): Promise<string> {
    const base = await this.#discoveryApi.getBaseUrl('multicluster');
    const search = new URLSearchParams();
    for (const [key, value] of Object.entries(query)) {
      for (const item of Array.isArray(value) ? value : [value]) {
        if (item !== undefined) {
          search.append(key, String(item));
        }
      }
    }
    const suffix = search.size > 0 ? `?${search}` : '';
    return `${base}/v1/${path.map(encodeURIComponent).join('/')}${suffix}`;
  }
}
