import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { isSqlite } from '../sql/isSqlite';

/** A lease as its holder knows it. */
export interface Fence {
  sourceId: number;
  facet: string;
  owner: string;
  fence: number;
  /** Called when a transaction is refused: the lease belongs to somebody else. */
  lost?(): void;
}

/**
 * Transactions of the holder of a lease, and of nobody else.
 *
 * A holder that was paused for longer than its lease wakes up believing it still holds it. What it writes then would undo
 * what its successor wrote; the fence, which grows with every change of hands, refuses it.
 */
export class FencedTransaction {
  static create(knex: Knex, fence: Fence) {
    return new FencedTransaction(knex, fence);
  }

  readonly #knex: Knex;
  readonly #fence: Fence;

  private constructor(knex: Knex, fence: Fence) {
    this.#knex = knex;
    this.#fence = fence;
  }

  /** Throws a ConflictError when the lease is lost; nothing of the transaction is written then. */
  async run<T>(work: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
    return this.#knex.transaction(async trx => {
      await this.#lock(trx);
      return work(trx);
    });
  }

  /** Throws a ConflictError when the lease is lost. */
  async check(knex: Knex = this.#knex): Promise<void> {
    this.#require(await this.#row(knex));
  }

  async #lock(trx: Knex.Transaction): Promise<void> {
    if (isSqlite(trx)) {
      // Takes the write lock before anything is read: a transaction that reads first and writes later fails when another
      // process wrote in between.
      await trx.raw('DELETE FROM inventory_lease WHERE 0');
      await this.check(trx);
      return;
    }
    // Whoever takes the lease has to wait for this transaction to end. Nobody has to wait for the disk: what a crash of the
    // database loses, it loses together with the checkpoint behind it, and it is observed again.
    this.#require(
      await this.#row(trx)
        .select(trx.raw(`set_config('synchronous_commit', 'off', true)`))
        .forShare(),
    );
  }

  #require(row: unknown): void {
    if (!row) {
      this.#fence.lost?.();
      throw new ConflictError('lease lost');
    }
  }

  #row(knex: Knex) {
    const { sourceId, facet, owner, fence } = this.#fence;
    return knex('inventory_lease')
      .first('fence')
      .where({ source_id: sourceId, facet, owner, fence });
  }
}
