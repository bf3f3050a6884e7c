import {
  IncomingHttpHeaders,
  IncomingMessage,
  ServerResponse,
} from 'node:http';
import { gzip } from 'node:zlib';
import { UserInfo } from '../auth/UserInfo';
import { failures } from '../failures';
import { Status, StatusError } from '../StatusError';

const GZIP_FROM_BYTES = 128 * 1024;
const LARGEST_BODY = 3 * 1024 * 1024;

/** What is read from the connection, and what another server in front may have changed about it. */
export interface ExchangeOptions {
  request: IncomingMessage;
  response: ServerResponse;
  /** Path and query, when a proxy in front has cut its own prefix off. */
  url?: string;
  headers?: IncomingHttpHeaders;
  /** Servers the answer passes; each adds a cache-control header of its own, as the real ones do. */
  hops?: number;
  /** Header lines that a server in front has set, each value by itself. */
  rawHeaders?: Record<string, string[]>;
}

/** One request and its answer. */
export class Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  user: UserInfo = { username: 'system:anonymous', groups: [] };
  hops: number;
  /** Bytes that a fault adds to each listed object. */
  padding = 0;
  readonly #rawHeaders: Record<string, string[]> | undefined;
  readonly #warnings: string[] = [];

  private constructor(options: ExchangeOptions) {
    const url = options.url ?? options.request.url ?? '/';
    const mark = url.indexOf('?');
    this.request = options.request;
    this.response = options.response;
    this.method = options.request.method ?? 'GET';
    this.path = mark < 0 ? url : url.slice(0, mark);
    this.query = new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1));
    this.headers = options.headers ?? options.request.headers;
    this.hops = options.hops ?? 1;
    this.#rawHeaders = options.rawHeaders;
  }

  static create(options: ExchangeOptions): Exchange {
    return new Exchange(options);
  }

  /** The whole request target, for a server behind this one. */
  get search(): string {
    const search = this.query.toString();
    return search ? `?${search}` : '';
  }

  flag(name: string): boolean {
    const value = this.query.get(name);
    return value !== null && !['false', '0', 'f'].includes(value);
  }

  /** Several `Impersonate-Group` lines are several groups: the raw headers are read, because Node joins lines. */
  rawHeader(name: string): string[] {
    const set = this.#rawHeaders?.[name] ?? this.#rewritten(name);
    if (set) {
      return set;
    }
    const values: string[] = [];
    for (let i = 0; i < this.request.rawHeaders.length; i += 2) {
      if (this.request.rawHeaders[i].toLowerCase() === name) {
        values.push(this.request.rawHeaders[i + 1]);
      }
    }
    return values;
  }

  #rewritten(name: string): string[] | undefined {
    if (this.headers === this.request.headers) {
      return undefined;
    }
    return [this.headers[name] ?? []].flat();
  }

  async body(): Promise<Buffer> {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of this.request) {
      size += chunk.length;
      if (size > LARGEST_BODY) {
        throw new StatusError(
          413,
          'RequestEntityTooLarge',
          `Request entity too large: limit is ${LARGEST_BODY}`,
        );
      }
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }

  /** The body as JSON; `{}` when there is none. Throws 415 for formats this server does not read, 400 for broken JSON. */
  async jsonBody<T>(kind = 'the expected kind'): Promise<T> {
    const text = (await this.body()).toString();
    if (/protobuf|cbor/.test(String(this.headers['content-type'] ?? ''))) {
      throw failures.unsupportedMediaType();
    }
    try {
      return JSON.parse(text || '{}');
    } catch (error) {
      throw failures.badRequest(
        `the object provided is unrecognized (must be of type ${kind}): couldn't get version/kind; json parse error: ${
          error instanceof Error ? error.message : error
        }`,
      );
    }
  }

  /** Adds a `Warning: 299` header to the answer. */
  warn(text: string): void {
    this.#warnings.push(`299 - ${JSON.stringify(text)}`);
  }

  head(status: number, headers: Record<string, string> = {}): void {
    if (this.#warnings.length) {
      this.response.setHeader('warning', this.#warnings);
    }
    this.response.setHeader(
      'cache-control',
      headers['cache-control'] ?? Array(this.hops).fill('no-cache, private'),
    );
    for (const [name, value] of Object.entries(headers)) {
      if (name !== 'cache-control') {
        this.response.setHeader(name, value);
      }
    }
    this.response.writeHead(status);
  }

  async json(
    status: number,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<void> {
    const raw = Buffer.isBuffer(body) ? body : Buffer.from(this.#text(body));
    const zipped =
      raw.length >= GZIP_FROM_BYTES &&
      /\bgzip\b/.test(String(this.headers['accept-encoding'] ?? ''));
    const bytes = zipped ? await zip(raw) : raw;
    this.head(status, {
      'content-type': 'application/json',
      ...(zipped && { 'content-encoding': 'gzip', vary: 'Accept-Encoding' }),
      'content-length': String(bytes.length),
      ...headers,
    });
    this.response.end(bytes);
  }

  text(
    status: number,
    body: string,
    headers: Record<string, string> = {},
  ): void {
    this.head(status, {
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
      ...headers,
    });
    this.response.end(body);
  }

  async fail(error: StatusError): Promise<void> {
    const status: Status = error.status;
    await this.json(status.code, status, error.headers);
  }

  /** Real servers indent for people, whom they know by their user agent. */
  #text(body: unknown): string {
    const agent = String(this.headers['user-agent'] ?? '');
    const asked = this.query.get('pretty');
    const pretty =
      asked === null ? /^(curl|Wget|Mozilla)/.test(agent) : this.flag('pretty');
    return pretty ? `${JSON.stringify(body, null, 2)}\n` : JSON.stringify(body);
  }
}

function zip(raw: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    gzip(raw, { level: 1 }, (error, bytes) =>
      error ? reject(error) : resolve(bytes),
    ),
  );
}
