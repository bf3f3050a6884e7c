import {
  ApprovalList,
  ApprovalRequest,
} from '@fairway/backstage-plugin-multicluster-common';
import { setTimeout as sleep } from 'node:timers/promises';
import { PortalClient } from '../portal/PortalClient';
import { aboutOf } from './aboutOf';

const EVERY_MS = 200;
const PAGE = 200;

/** The page that everybody has open: what is not over, read again and again. */
export class Inbox {
  readonly #client: PortalClient;
  #open = new Map<string, ApprovalRequest>();
  #waiting: Array<() => void> = [];
  #closed = false;

  /** Reads until the signal aborts. */
  static open(client: PortalClient, who: string, signal: AbortSignal): Inbox {
    const inbox = new Inbox(client);
    inbox
      .#run(who, signal)
      .catch(() => undefined)
      .finally(() => inbox.#close());
    return inbox;
  }

  private constructor(client: PortalClient) {
    this.#client = client;
  }

  /** As it was read last; undefined: it is not open. */
  of(run: string): ApprovalRequest | undefined {
    return this.#open.get(run);
  }

  /** The one of that id, as it was read last; undefined: it is not open. */
  find(id: string): ApprovalRequest | undefined {
    return [...this.#open.values()].find(request => request.id === id);
  }

  /** Resolves when it was read once more, from its beginning; at once when it is closed. */
  async readAgain(): Promise<void> {
    await this.#next();
    await this.#next();
  }

  async #next(): Promise<void> {
    if (!this.#closed) {
      await new Promise<void>(resolve => {
        this.#waiting.push(resolve);
      });
    }
  }

  #close(): void {
    this.#closed = true;
    this.#tell();
  }

  #tell(): void {
    this.#waiting.splice(0).forEach(resolve => resolve());
  }

  async #run(who: string, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.#read(who);
      this.#tell();
      await sleep(EVERY_MS);
    }
  }

  async #read(who: string): Promise<void> {
    const open = new Map<string, ApprovalRequest>();
    let cursor: string | undefined;
    do {
      const query = new URLSearchParams({
        scope: 'open',
        limit: String(PAGE),
        ...(cursor && { cursor }),
      });
      const { body } = await this.#client.ask(who, `/approvals?${query}`);
      const { items, nextCursor } = body as ApprovalList;
      for (const { request } of items ?? []) {
        open.set(aboutOf(request), request);
      }
      cursor = nextCursor;
    } while (cursor);
    this.#open = open;
  }
}
