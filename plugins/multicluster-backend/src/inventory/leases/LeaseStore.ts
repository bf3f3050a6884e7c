import { Knex } from 'knex';
import { databaseClock } from '../sql/databaseClock';
import { rowsOf } from '../sql/rowsOf';
import { LeaseKey, LeaseRow } from './LeaseRow';

/** The tables of leases and replicas. Every time in them is by the clock of the database. */
export class LeaseStore {
  static create(knex: Knex, options: { owner: string; ttlMs: number }) {
    return new LeaseStore(knex, options);
  }

  readonly #knex: Knex;
  readonly #owner: string;
  readonly #ttlMs: number;
  readonly #now: string;

  private constructor(
    knex: Knex,
    { owner, ttlMs }: { owner: string; ttlMs: number },
  ) {
    this.#knex = knex;
    this.#owner = owner;
    this.#ttlMs = ttlMs;
    this.#now = databaseClock(knex);
  }

  /** Makes sure that there is something to hold. */
  async declare(keys: LeaseKey[]): Promise<void> {
    for (const { sourceId, facet } of keys) {
      await this.#knex.raw(
        `INSERT INTO inventory_lease (source_id, facet, owner, fence, expires_at)
         VALUES (?, ?, '', 0, ${
           this.#now
         }) ON CONFLICT (source_id, facet) DO NOTHING`,
        [sourceId, facet],
      );
    }
  }

  /** Says that this replica is alive, and keeps what it holds. Gives back which of that it still holds. */
  async renew<T extends LeaseKey & { fence: number }>(held: T[]): Promise<T[]> {
    const until = `${this.#now} + ?`;
    await this.#knex.raw(
      `INSERT INTO inventory_replica (owner, started_at, expires_at)
       VALUES (?, ${this.#now}, ${until})
       ON CONFLICT (owner) DO UPDATE SET expires_at = excluded.expires_at`,
      [this.#owner, this.#ttlMs],
    );
    const kept: T[] = [];
    for (const lease of held) {
      // Only what is really held: a lease whose work ended while the database was away must run out.
      const renewed = rowsOf(
        await this.#knex.raw(
          `UPDATE inventory_lease SET expires_at = ${until}
           WHERE source_id = ? AND facet = ? AND fence = ? AND owner = ?
           RETURNING fence`,
          [this.#ttlMs, lease.sourceId, lease.facet, lease.fence, this.#owner],
        ),
      );
      if (renewed.length > 0) {
        kept.push(lease);
      }
    }
    return kept;
  }

  async replicas(): Promise<string[]> {
    return this.#knex('inventory_replica')
      .whereRaw(`expires_at > ${this.#now}`)
      .pluck('owner');
  }

  async leases(): Promise<LeaseRow[]> {
    const rows = await this.#knex('inventory_lease').select(
      'source_id',
      'facet',
      'owner',
      'fence',
      this.#knex.raw(`${this.#now} - expires_at AS expired_for`),
    );
    return rows.map(row => ({
      sourceId: row.source_id,
      facet: row.facet,
      owner: row.owner,
      fence: Number(row.fence),
      expiredForMs: Number(row.expired_for),
    }));
  }

  /**
   * Takes a lease as it was seen. Undefined: somebody else was faster, or its holder came back.
   *
   * @param options - `orphaned`: its holder is known to be dead, so that nobody needs to wait for it to run out
   */
  async acquire(
    lease: LeaseRow,
    options?: { orphaned: boolean },
  ): Promise<number | undefined> {
    const expired = options?.orphaned ? '' : ` AND expires_at <= ${this.#now}`;
    const rows = rowsOf<{ fence: string }>(
      await this.#knex.raw(
        `UPDATE inventory_lease
         SET owner = ?, fence = fence + 1, expires_at = ${this.#now} + ?
         WHERE source_id = ? AND facet = ? AND fence = ? AND owner = ?${expired}
         RETURNING fence`,
        [
          this.#owner,
          this.#ttlMs,
          lease.sourceId,
          lease.facet,
          lease.fence,
          lease.owner,
        ],
      ),
    );
    return rows.length > 0 ? Number(rows[0].fence) : undefined;
  }

  /** Gives a lease to whoever wants it. Does nothing if it is no longer ours. */
  async release(lease: LeaseKey & { fence: number }): Promise<void> {
    await this.#knex.raw(
      `UPDATE inventory_lease SET owner = '', expires_at = ${this.#now}
       WHERE source_id = ? AND facet = ? AND fence = ? AND owner = ?`,
      [lease.sourceId, lease.facet, lease.fence, this.#owner],
    );
  }

  /** Says that this replica is gone, and forgets others that have been gone for a while. */
  async leave(): Promise<void> {
    await this.#knex('inventory_replica')
      .where('owner', this.#owner)
      .orWhereRaw(`expires_at < ${this.#now} - 3600000`)
      .delete();
  }
}
