import { mockCredentials } from '@backstage/backend-test-utils';
import { setTimeout as sleep } from 'node:timers/promises';
import { Replicas } from './Replicas';

const DEADLINE_MS = 5_000;
const PAUSE_MS = 50;

/** What somebody is told. */
export interface Answer {
  status: number;
  body: unknown;
}

/** Asks the portal in somebody's name, and goes on asking while it is dead, or another replica where there is one: whoever looks at a browser does that too. */
export class PortalClient {
  readonly #replicas: Replicas;
  readonly #signal: AbortSignal;

  static create(replicas: Replicas, signal: AbortSignal): PortalClient {
    return new PortalClient(replicas, signal);
  }

  private constructor(replicas: Replicas, signal: AbortSignal) {
    this.#replicas = replicas;
    this.#signal = signal;
  }

  /** Rejects when all is over; never for a portal that is not there. Whatever the portal could not do is asked again. */
  async ask(
    who: string,
    path: string,
    init: RequestInit = {},
  ): Promise<Answer> {
    const user = mockCredentials.user.header(`user:default/${who}`);
    return this.askWith(user, path, init);
  }

  /** Asks once, and goes away when there is no answer. @returns undefined: there was none, or the portal could not do it */
  async askOnce(
    who: string,
    path: string,
    init: RequestInit,
  ): Promise<Answer | undefined> {
    const url = await this.#replicas.reach(this.#signal);
    const authorization = mockCredentials.user.header(`user:default/${who}`);
    const answer = await this.#once(`${url}${path}`, {
      ...init,
      headers: { ...init.headers, authorization },
    }).catch(() => undefined);
    return answer && answer.status < 500 ? answer : undefined;
  }

  /** {@inheritDoc PortalClient.ask} */
  async askWith(
    authorization: string,
    path: string,
    init: RequestInit,
  ): Promise<Answer> {
    for (;;) {
      this.#signal.throwIfAborted();
      const url = await this.#replicas.reach(this.#signal);
      const answer = await this.#once(`${url}${path}`, {
        ...init,
        headers: { ...init.headers, authorization },
      }).catch(() => undefined);
      if (answer && answer.status < 500 && answer.status !== 429) {
        return answer;
      }
      await sleep(PAUSE_MS);
    }
  }

  /** A connection to what was killed may never end by itself, nor by a signal: nobody waits for it beyond the deadline. */
  async #once(url: string, init: RequestInit): Promise<Answer> {
    const over = new AbortController();
    const { signal } = over;
    const answer = async () => {
      const response = await fetch(url, { ...init, signal });
      return { status: response.status, body: await response.json() };
    };
    const late = async (): Promise<never> => {
      await sleep(DEADLINE_MS, undefined, { signal });
      throw new Error('There was no answer');
    };
    try {
      return await Promise.race([answer(), late()]);
    } finally {
      over.abort();
    }
  }
}
