import { InventoryChange } from './InventoryChange';

const FIRST_MS = 50;
const APART_MS = 500;
// As many as a first sync writes in a few seconds. Who listens can take them one by one; "everything" said twice a second
// while 100,000 workloads arrive would have them look at everything that often.
const MOST_IDS = 50_000;

const KINDS = ['workloadIds', 'clusterIds', 'pipelineIds', 'runIds'] as const;

type Ids<T> = Record<(typeof KINDS)[number], T>;

interface Pending extends Ids<Set<number>> {
  source: string;
  firstRevision: number;
  revision: number;
  all: boolean;
  trust?: boolean;
}

/**
 * Tells who listens in this process that something changed: at most twice a second in total, however much changes.
 *
 * Called once per commit, so it must cost nothing: it only collects.
 */
export class InventoryHints {
  static create(options?: { firstMs?: number; apartMs?: number }) {
    return new InventoryHints(
      options?.firstMs ?? FIRST_MS,
      options?.apartMs ?? APART_MS,
    );
  }

  readonly #firstMs: number;
  readonly #apartMs: number;
  readonly #listeners = new Set<(changes: InventoryChange[]) => void>();
  readonly #pending = new Map<string, Pending>();
  #timer?: NodeJS.Timeout;
  #flushedAt = -Infinity;

  private constructor(firstMs: number, apartMs: number) {
    this.#firstMs = firstMs;
    this.#apartMs = apartMs;
  }

  /** Listens until the function that is given back is called. One call carries the changes of every source. */
  onChange(listener: (changes: InventoryChange[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  add(
    change: {
      source: string;
      revision: number;
      trust?: boolean;
    } & Partial<Ids<Iterable<number>>>,
  ): void {
    if (this.#listeners.size === 0) {
      return;
    }
    const pending = this.#pendingOf(change.source);
    pending.firstRevision ||= change.revision;
    pending.revision = Math.max(pending.revision, change.revision);
    if (change.trust) {
      pending.trust = true;
    }
    let ids = 0;
    for (const kind of pending.all ? [] : KINDS) {
      for (const id of change[kind] ?? []) pending[kind].add(id);
      ids += pending[kind].size;
    }
    if (ids > MOST_IDS) {
      pending.all = true;
      KINDS.forEach(kind => pending[kind].clear());
    }
    this.#schedule();
  }

  /** Drops what is pending and lets the process end. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#pending.clear();
  }

  #pendingOf(source: string): Pending {
    let pending = this.#pending.get(source);
    if (!pending) {
      pending = {
        source,
        firstRevision: 0,
        revision: 0,
        workloadIds: new Set(),
        clusterIds: new Set(),
        pipelineIds: new Set(),
        runIds: new Set(),
        all: false,
      };
      this.#pending.set(source, pending);
    }
    return pending;
  }

  #schedule(): void {
    if (this.#timer) {
      return;
    }
    const earliest = this.#flushedAt + this.#apartMs - performance.now();
    this.#timer = setTimeout(
      () => this.#flush(),
      Math.max(this.#firstMs, earliest),
    );
    this.#timer.unref();
  }

  #flush(): void {
    this.#timer = undefined;
    this.#flushedAt = performance.now();
    const changes = [...this.#pending.values()];
    this.#pending.clear();
    for (const listener of this.#listeners) {
      listener(changes);
    }
  }
}
