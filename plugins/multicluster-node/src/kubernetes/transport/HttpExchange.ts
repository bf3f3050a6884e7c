import http, { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import https from 'node:https';
import { KubernetesConnection } from '../credentials/KubernetesConnection';
import { KubernetesCredentials } from '../credentials/KubernetesCredentials';
import { errorFromCause } from './errorFromCause';
import { KubernetesError } from './KubernetesError';

/** One HTTP call. @internal */
export interface HttpCall {
  /** For messages. */
  what: string;
  method: string;
  path: string;
  headers: OutgoingHttpHeaders;
  body?: string;
  signal: AbortSignal;
}

interface Answer {
  message: IncomingMessage;
  secrets: string[];
}

/**
 * Sends calls over kept connections, with the credential of the moment.
 *
 * @internal
 */
export class HttpExchange {
  static create(options: {
    credentials: KubernetesCredentials;
    userAgent: string;
  }): HttpExchange {
    return new HttpExchange(options.credentials, options.userAgent);
  }

  readonly #credentials: KubernetesCredentials;
  readonly #userAgent: string;
  #secrets: readonly string[] = [];
  #agent?: { generation: number; agent: http.Agent };

  private constructor(credentials: KubernetesCredentials, userAgent: string) {
    this.#credentials = credentials;
    this.#userAgent = userAgent;
  }

  /** Resolves once the headers of the answer are there. Rejects with a KubernetesError. */
  async send(call: HttpCall): Promise<Answer> {
    const connection = await had(call, this.#credentials.connection());
    const answer = await this.#sendWith(connection, call);
    if (answer.message.statusCode !== 401) {
      return answer;
    }
    // The token may have been rotated since the file was last looked at.
    const renewed = await had(call, this.#credentials.renew());
    if (renewed.generation === connection.generation) {
      return answer;
    }
    answer.message.resume();
    return await this.#sendWith(renewed, call);
  }

  /** What must appear in no message: the secrets of the credential used last. */
  get secrets(): readonly string[] {
    return this.#secrets;
  }

  close(): void {
    closeIdle(this.#agent?.agent);
  }

  async #sendWith(
    connection: KubernetesConnection,
    call: HttpCall,
  ): Promise<Answer> {
    const { secrets } = connection;
    this.#secrets = secrets;
    try {
      return { message: await this.#once(connection, call, true), secrets };
    } catch (error) {
      call.signal.throwIfAborted();
      throw errorFromCause(call.what, error);
    }
  }

  #once(
    connection: KubernetesConnection,
    call: HttpCall,
    mayRepeat: boolean,
  ): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const { url, tls } = connection;
      const client = url.protocol === 'http:' ? http : https;
      const request = client.request({
        ...tls,
        agent: this.#agentFor(connection),
        protocol: url.protocol,
        hostname: url.hostname.replace(/^\[|\]$/g, ''),
        port: url.port || undefined,
        method: call.method,
        path: url.pathname.replace(/\/+$/, '') + call.path,
        headers: {
          'User-Agent': this.#userAgent,
          ...call.headers,
          ...(call.body !== undefined && {
            'Content-Length': Buffer.byteLength(call.body),
          }),
          ...connection.headers,
        },
        signal: call.signal,
      });
      request.once('response', resolve);
      request.once('error', error => {
        const code = (error as NodeJS.ErrnoException).code;
        // The server closed a kept connection just as it was taken up again: nothing was read, so nothing is lost.
        if (
          mayRepeat &&
          call.method === 'GET' &&
          request.reusedSocket &&
          (code === 'ECONNRESET' || code === 'EPIPE')
        ) {
          this.#once(connection, call, false).then(resolve, reject);
        } else {
          reject(error);
        }
      });
      // As bytes: Node would write headers together with a text as UTF-8, and names of users would arrive encoded twice.
      request.end(call.body === undefined ? undefined : Buffer.from(call.body));
    });
  }

  #agentFor(connection: KubernetesConnection): http.Agent {
    if (connection.agent) {
      return connection.agent;
    }
    if (this.#agent?.generation !== connection.generation) {
      closeIdle(this.#agent?.agent);
      const Agent =
        connection.url.protocol === 'http:' ? http.Agent : https.Agent;
      this.#agent = {
        generation: connection.generation,
        // Each watch holds a connection of its own, so their number is not bounded here.
        agent: new Agent({ keepAlive: true, keepAliveMsecs: 30_000 }),
      };
    }
    return this.#agent.agent;
  }
}

/** What a command or a provider says when it fails may hold the credential itself, so none of it is passed on. */
async function had(
  { what }: HttpCall,
  connection: Promise<KubernetesConnection>,
): Promise<KubernetesConnection> {
  try {
    return await connection;
  } catch {
    throw new KubernetesError(`${what} failed: no credential could be had`, {
      code: 'unauthenticated',
    });
  }
}

function closeIdle(agent: http.Agent | undefined): void {
  Object.values(agent?.freeSockets ?? {}).forEach(sockets =>
    sockets?.forEach(socket => socket.destroy()),
  );
}
