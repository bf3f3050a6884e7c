import { IncomingMessage, ServerResponse } from 'node:http';
import https from 'node:https';
import { AddressInfo, Socket } from 'node:net';
import { testCertificate } from './testCertificate';

/** A request as it arrived. */
export interface ArrivedRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  /** Names and values in turn, repeated headers apart. */
  rawHeaders: string[];
  body: string;
}

type Handler = (
  request: ArrivedRequest,
  response: ServerResponse,
) => void | Promise<void>;

/** A TLS server on 127.0.0.1 that answers as a function says, down to broken connections. */
export class ScriptedServer {
  static async start(handler: Handler): Promise<ScriptedServer> {
    const server = https.createServer(testCertificate());
    const scripted = new ScriptedServer(server, handler);
    await new Promise<void>(resolve =>
      server.listen(0, '127.0.0.1', () => resolve()),
    );
    scripted.#url = `https://127.0.0.1:${
      (server.address() as AddressInfo).port
    }`;
    return scripted;
  }

  /** Every request that arrived, oldest first. */
  readonly requests: ArrivedRequest[] = [];
  readonly #server: https.Server;
  readonly #sockets = new Set<Socket>();
  #handler: Handler;
  #url = '';

  private constructor(server: https.Server, handler: Handler) {
    this.#server = server;
    this.#handler = handler;
    // Also those in the middle of a handshake, of which the HTTP server does not know yet.
    server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
    server.on('request', (message, response) =>
      this.#answer(message, response),
    );
  }

  get url(): string {
    return this.#url;
  }

  get ca(): string {
    return testCertificate().cert;
  }

  use(handler: Handler): void {
    this.#handler = handler;
  }

  /** Cuts every connection. */
  cut(): void {
    this.#sockets.forEach(socket => socket.destroy());
  }

  async stop(): Promise<void> {
    const closed = new Promise(resolve => this.#server.close(resolve));
    this.cut();
    await closed;
  }

  async #answer(
    message: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of message) {
      chunks.push(chunk);
    }
    const url = new URL(message.url ?? '/', this.url);
    const request: ArrivedRequest = {
      method: message.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      headers: message.headers,
      rawHeaders: message.rawHeaders,
      body: Buffer.concat(chunks).toString('utf8'),
    };
    this.requests.push(request);
    await this.#handler(request, response);
  }
}
