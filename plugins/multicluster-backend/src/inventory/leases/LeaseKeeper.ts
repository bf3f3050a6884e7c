import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { Knex } from 'knex';
import { isSqlite } from '../sql/isSqlite';
import { HeldLease } from './HeldLease';
import { isDeadNeighbour } from './isDeadNeighbour';
import { leaseMoves } from './leaseMoves';
import { LeaseKey, LeaseRow } from './LeaseRow';
import { LeaseStore } from './LeaseStore';
import { replicaName } from './replicaName';

interface LeaseKeeperOptions {
  knex: Knex;
  logger: LoggerService;
  keys: LeaseKey[];
  /** Works under the lease until its signal aborts, and resolves when everything has ended. */
  work(lease: HeldLease): Promise<void>;
  owner?: string;
  /** How long a lease lasts without renewal. */
  ttlMs?: number;
  /** How often the leases are looked at. */
  everyMs?: number;
}

interface Holding {
  lease: HeldLease;
  abort: AbortController;
  ended: Promise<void>;
}

// A replica that was killed is replaced after ttl + one look + what others leave lying: 17 s at most.
const TTL_MS = 12_000;
const EVERY_MS = 2_000;
const UNEVEN_LOOKS = 3;

/** Holds this replica's share of the leases, for as long as it lives and the database answers. */
export class LeaseKeeper {
  static create(options: LeaseKeeperOptions) {
    return new LeaseKeeper(options);
  }

  readonly owner: string;
  readonly #options: LeaseKeeperOptions;
  readonly #store: LeaseStore;
  readonly #ttlMs: number;
  readonly #everyMs: number;
  readonly #held = new Map<string, Holding>();
  #renewedAt = -Infinity;
  #uneven = 0;
  #stopped = false;
  #wake?: () => void;
  #loop?: Promise<void>;

  private constructor(options: LeaseKeeperOptions) {
    this.#options = options;
    this.owner = options.owner ?? replicaName();
    this.#ttlMs = options.ttlMs ?? TTL_MS;
    this.#everyMs = options.everyMs ?? EVERY_MS;
    this.#store = LeaseStore.create(options.knex, {
      owner: this.owner,
      ttlMs: this.#ttlMs,
    });
  }

  /** What this replica holds now. */
  held(): LeaseKey[] {
    return [...this.#held.values()].map(({ lease }) => lease);
  }

  start(): void {
    this.#loop ??= this.#run();
  }

  /** Ends what works under the leases and gives them away. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#wake?.();
    await this.#loop;
    await Promise.all(
      [...this.#held.values()].map(holding => this.#giveAway(holding)),
    );
    if (this.#loop) {
      await this.#store.leave();
    }
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      try {
        await this.#look();
      } catch (error) {
        this.#options.logger.warn(
          `The leases could not be looked after: ${stringifyError(error)}`,
        );
        this.#dropIfStale();
      }
      await this.#pause();
    }
  }

  async #look(): Promise<void> {
    const started = performance.now();
    if (started - this.#renewedAt >= this.#ttlMs / 3 - this.#everyMs / 2) {
      await this.#renew(started);
    }
    const leases = await this.#leases();
    const orphans = isSqlite(this.#options.knex)
      ? leases.filter(lease => isDeadNeighbour(lease.owner))
      : [];
    const moves = leaseMoves({
      me: this.owner,
      replicas: (await this.#store.replicas()).filter(
        replica => !orphans.some(({ owner }) => owner === replica),
      ),
      leases,
      lyingMs: this.#everyMs * 1.5,
    });
    for (const lease of new Set([...orphans, ...moves.acquire])) {
      await this.#acquire(lease, orphans.includes(lease));
    }
    this.#balance(moves.release);
  }

  async #leases(): Promise<LeaseRow[]> {
    const { keys } = this.#options;
    const known = new Set(keys.map(keyOf));
    const read = async () =>
      (await this.#store.leases()).filter(lease => known.has(keyOf(lease)));
    const leases = await read();
    if (leases.length === known.size) {
      return leases;
    }
    // The first look finds some missing, and so does one after somebody emptied the tables.
    await this.#store.declare(keys);
    return read();
  }

  async #renew(started: number): Promise<void> {
    const held = [...this.#held.values()].map(({ lease }) => lease);
    const kept = await this.#store.renew(held);
    this.#renewedAt = started;
    for (const lease of held) {
      if (!kept.includes(lease)) {
        lease.lost();
      }
    }
  }

  // Without the database nobody can tell whose lease it is; past its end it must be taken for another's.
  #dropIfStale(): void {
    if (performance.now() - this.#renewedAt > this.#ttlMs) {
      for (const { lease } of this.#held.values()) {
        lease.lost();
      }
    }
  }

  async #acquire(lease: LeaseRow, orphaned: boolean): Promise<void> {
    const key = keyOf(lease);
    if (this.#stopped || this.#held.has(key)) {
      // What worked under it before has not ended yet.
      return;
    }
    const fence = await this.#store.acquire(lease, { orphaned });
    if (fence === undefined) {
      return;
    }
    const abort = new AbortController();
    const held: HeldLease = {
      sourceId: lease.sourceId,
      facet: lease.facet,
      owner: this.owner,
      fence,
      signal: abort.signal,
      lost: () => abort.abort(),
    };
    const holding = { lease: held, abort, ended: Promise.resolve() };
    this.#held.set(key, holding);
    holding.ended = this.#work(key, held);
  }

  async #work(key: string, lease: HeldLease): Promise<void> {
    try {
      await this.#options.work(lease);
    } catch (error) {
      this.#options.logger.error(
        `What works under a lease ended: ${stringifyError(error)}`,
      );
    }
    this.#held.delete(key);
    await this.#store.release(lease).catch(error => {
      this.#options.logger.warn(
        `A lease could not be given away: ${stringifyError(error)}`,
      );
    });
  }

  async #giveAway({ abort, ended }: Holding): Promise<void> {
    abort.abort();
    await ended;
  }

  #balance(release: LeaseKey | undefined): void {
    this.#uneven = release ? this.#uneven + 1 : 0;
    const holding = release && this.#held.get(keyOf(release));
    // Replicas come and go together when they are rolled; what is uneven for a moment is not worth a move.
    if (holding && this.#uneven >= UNEVEN_LOOKS) {
      this.#uneven = 0;
      // Not waited for: the other leases have to be kept meanwhile.
      holding.abort.abort();
    }
  }

  async #pause(): Promise<void> {
    if (this.#stopped) {
      return;
    }
    await new Promise<void>(resolve => {
      const timer = setTimeout(resolve, this.#everyMs);
      timer.unref();
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

function keyOf({ sourceId, facet }: LeaseKey): string {
  return `${sourceId}/${facet}`;
}
