import { Knex } from 'knex';
import { isSqlite } from '../inventory/sql/isSqlite';
import { Mutex } from '../util/Mutex';

const NAME = 'matching-lock';

/**
 * Lets one step of matching run at a time, on all replicas, in a transaction of its own. Two at once take each other's
 * matches away: each writes what follows from what it read, also over what the other has stored meanwhile.
 */
export class MatchingLock {
  readonly #knex: Knex;
  // One step of a process waits in the database at a time, or they would use up its connections.
  readonly #mutex = new Mutex();

  static create(knex: Knex): MatchingLock {
    return new MatchingLock(knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The step must read and write through the transaction alone: SQLite has no second connection. */
  run<T>(step: (tx: Knex) => Promise<T>): Promise<T> {
    return this.#mutex.run(() =>
      this.#knex.transaction(async tx => {
        // SQLite belongs to a single process.
        if (!isSqlite(tx)) {
          await lockRow(tx);
        }
        return step(tx);
      }),
    );
  }
}

async function lockRow(tx: Knex): Promise<void> {
  const lock = () =>
    tx('multicluster_setting').where({ name: NAME }).forUpdate().first('name');
  if (!(await lock())) {
    await tx('multicluster_setting')
      .insert({ name: NAME, value: '' })
      .onConflict('name')
      .ignore();
    await lock();
  }
}
