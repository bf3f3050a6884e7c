import { mockCredentials } from '@backstage/backend-test-utils';
import { setTimeout as sleep } from 'node:timers/promises';
import { Portal } from './Portal';

const DEADLINE_MS = 5_000;
const PAUSE_MS = 50;

/** What somebody is told. */
export interface Answer {
  status: number;
  body: unknown;
}

/** Asks the portal in somebody's name, and goes on asking while it is dead: whoever looks at a browser does that too. */
export class PortalClient {
  readonly #portal: Portal;
  readonly #signal: AbortSignal;

  static create(portal: Portal, signal: AbortSignal): PortalClient {
    return new PortalClient(portal, signal);
  }

  private constructor(portal: Portal, signal: AbortSignal) {
    this.#portal = portal;
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

  /** {@inheritDoc PortalClient.ask} */
  async askWith(
    authorization: string,
    path: string,
    init: RequestInit,
  ): Promise<Answer> {
    for (;;) {
      this.#signal.throwIfAborted();
      await this.#portal.ready(this.#signal);
      const answer = await this.#once(path, {
        ...init,
        headers: { ...init.headers, authorization },
      }).catch(() => undefined);
      if (answer && answer.status < 500 && answer.status !== 429) {
        return answer;
      }
      await sleep(PAUSE_MS);
    }
  }

  async #once(path: string, init: RequestInit): Promise<Answer> {
    const response = await fetch(`${this.#portal.url}${path}`, {
      ...init,
      signal: AbortSignal.timeout(DEADLINE_MS),
    });
    return { status: response.status, body: await response.json() };
  }
}
