import { mockCredentials } from '@backstage/backend-test-utils';
import {
  ApprovalDetails,
  ApprovalItem,
  ApprovalList,
} from '@fairway/backstage-plugin-multicluster-common';
import { ClientEntry } from '../check/ClientEntry';
import { Portal } from './Portal';

const DEADLINE_MS = 5_000;

/** Somebody who approves. What they asked for and what they were told goes into the log that the checker reads. */
export class Person {
  readonly #name: string;
  readonly #portal: Portal;
  readonly #log: ClientEntry[];
  /** Chosen once for each run, as a browser does: a repetition is recognised by it. */
  readonly #keys = new Map<string, string>();

  static create(options: {
    name: string;
    portal: Portal;
    log: ClientEntry[];
  }): Person {
    return new Person(options);
  }

  private constructor(options: {
    name: string;
    portal: Portal;
    log: ClientEntry[];
  }) {
    this.#name = options.name;
    this.#portal = options.portal;
    this.#log = options.log;
  }

  get name(): string {
    return this.#name;
  }

  /** Undefined: it is not open yet. */
  async find(run: string): Promise<ApprovalItem | undefined> {
    const { items } = await this.#call<ApprovalList>(
      '/approvals?scope=all&limit=100',
    );
    return items.find(({ request }) => request.subject.run?.key === run);
  }

  /** Approves a run once. True: the portal said what becomes of it; false: no answer came, and it has to be asked again. */
  async approve(run: string): Promise<boolean> {
    const voter = this.#name;
    let item: ApprovalItem | undefined;
    try {
      item = await this.find(run);
    } catch {
      return false;
    }
    if (!item) {
      return false;
    }
    const { id, etag, subjectDigest } = item.request;
    const key = this.#keys.get(run) ?? `${voter}-${run}`;
    this.#keys.set(run, key);
    this.#log.push({ kind: 'asked', run, voter });
    const response = await this.#fetch(`/approvals/${id}/votes`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'if-match': etag,
        'idempotency-key': key,
      },
      body: JSON.stringify({ decision: 'approve', subjectDigest }),
    }).catch(() => undefined);
    if (!response || response.status >= 500) {
      return false;
    }
    if (response.ok) {
      this.#log.push({ kind: 'accepted', run, voter });
      return true;
    }
    const { error } = (await response.json()) as { error?: { code?: string } };
    const code = error?.code ?? String(response.status);
    if (code === 'STALE_VERSION' || code === 'IDEMPOTENCY_PENDING') {
      // Somebody else voted between looking and asking: the reader looks again and means the same.
      this.#keys.set(run, `${key}+`);
      return false;
    }
    this.#log.push({ kind: 'refused', run, voter, code });
    return true;
  }

  /** Writes down what the portal shows of a run. */
  async look(run: string): Promise<void> {
    const found = await this.find(run);
    if (!found) {
      return;
    }
    const { item } = await this.#call<ApprovalDetails>(
      `/approvals/${found.request.id}`,
    );
    const { state, votes } = item.request;
    this.#log.push({
      kind: 'seen',
      run,
      state,
      voters: votes
        .filter(({ status }) => status === 'counted')
        .map(({ voter }) => voter.replace(/^user:default\//, '')),
    });
  }

  async #call<T>(path: string): Promise<T> {
    const response = await this.#fetch(path, {});
    if (!response.ok) {
      throw new Error(`${path} answered ${response.status}`);
    }
    return (await response.json()) as T;
  }

  #fetch(path: string, init: RequestInit): Promise<Response> {
    return fetch(`${this.#portal.url}${path}`, {
      ...init,
      headers: {
        ...init.headers,
        authorization: mockCredentials.user.header(
          `user:default/${this.#name}`,
        ),
      },
      signal: AbortSignal.timeout(DEADLINE_MS),
    });
  }
}
