import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';

/** What a host answers to a call. */
export interface ScmAnswer {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
}

/** A host of repositories that speaks HTTP, and answers as a test says. */
export class FakeScm {
  static async start(): Promise<FakeScm> {
    const fake = new FakeScm();
    await new Promise<void>(resolve => {
      fake.#server.listen(0, '127.0.0.1', resolve);
    });
    return fake;
  }

  /** What it was asked, and with which credential. */
  readonly calls: Array<{ url: string; headers: IncomingMessage['headers'] }> =
    [];
  /** Gives the answer to a call; `hang` never answers. */
  answer: (url: URL) => ScmAnswer | 'hang' = () => ({ status: 404 });
  readonly #server: Server = createServer((req, res) => {
    this.calls.push({ url: req.url ?? '', headers: req.headers });
    const answer = this.answer(new URL(req.url ?? '', this.url));
    if (answer !== 'hang') {
      const { status = 200, headers = {}, body = {} } = answer;
      res.writeHead(status, { 'content-type': 'application/json', ...headers });
      res.end(typeof body === 'string' ? body : JSON.stringify(body));
    }
  });

  private constructor() {}

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }
}
