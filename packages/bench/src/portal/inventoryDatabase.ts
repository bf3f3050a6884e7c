import { existsSync } from 'node:fs';
import path from 'node:path';
import knexFactory, { Knex } from 'knex';

/** Tables of what was observed, and the columns that say something: a stamp of a sweep is not one of them. */
const tables: Record<string, string> = {
  inventory_cluster: 'fact, state, state_since',
  inventory_workload: 'fact, uid, generation',
  inventory_policy: 'fact',
  inventory_placement: 'fact, derived, state',
  inventory_target: 'derived, state',
  inventory_transition: 'to_value',
};

/** Holds a lease in place of a replica. */
const HOLDER = 'bench';

/** The database of a portal that is measured, seen from outside. */
export class InventoryDatabase {
  readonly #knex: Knex;
  readonly #sqlite: boolean;

  static open(options: { dir: string; postgres?: string }): InventoryDatabase {
    return new InventoryDatabase(
      options.postgres
        ? knexFactory({
            client: 'pg',
            connection: options.postgres,
            searchPath: ['multicluster'],
          })
        : knexFactory({
            client: 'better-sqlite3',
            useNullAsDefault: true,
            connection: {
              filename: path.join(options.dir, 'db', 'multicluster.sqlite'),
            },
          }),
      !options.postgres,
    );
  }

  static exists(dir: string): boolean {
    return existsSync(path.join(dir, 'db', 'multicluster.sqlite'));
  }

  private constructor(knex: Knex, sqlite: boolean) {
    this.#knex = knex;
    this.#sqlite = sqlite;
  }

  async count(table: string): Promise<number> {
    const [row] = await this.#knex(table).count({ n: '*' });
    return Number(row.n);
  }

  /** Keeps a portal that will be started from observing its source, so that it can come to rest first. */
  async hold(source: { name: string; type: string }): Promise<void> {
    await this.#knex('inventory_source')
      .insert(source)
      .onConflict('name')
      .ignore();
    const { id } = await this.#knex('inventory_source')
      .where({ name: source.name })
      .first('id');
    await this.#knex('inventory_lease').insert({
      source_id: id,
      facet: 'fleet',
      owner: HOLDER,
      fence: 0,
      expires_at: Date.now() + 600_000,
    });
  }

  /** Lets the portal observe. */
  async release(): Promise<void> {
    await this.#knex('inventory_lease')
      .where({ owner: HOLDER })
      .update({ owner: '', expires_at: 0 });
  }

  /** Lanes that were read to their end, and how many there are. */
  async lanes(): Promise<{ complete: number; total: number }> {
    const rows: Array<{ swept_at: number | null; retired: boolean }> =
      await this.#knex('inventory_lane').select('swept_at', 'retired');
    const wanted = rows.filter(row => !row.retired);
    return {
      complete: wanted.filter(row => row.swept_at !== null).length,
      total: wanted.length,
    };
  }

  /** When the bindings were last listed to their end, milliseconds since the epoch. */
  async bindingsListedAt(): Promise<number> {
    const row = await this.#knex('inventory_lane')
      .where({ name: 'resourcebindings' })
      .first('swept_at');
    return Number(row?.swept_at ?? 0);
  }

  /** From now on every row that is inserted, updated or deleted is counted, see {@link InventoryDatabase.writes}. */
  async countWrites(): Promise<void> {
    if (!this.#sqlite) {
      throw new Error('Writes are counted on SQLite');
    }
    await this.#knex.raw(
      'CREATE TABLE IF NOT EXISTS bench_write (name TEXT PRIMARY KEY, n INTEGER NOT NULL)',
    );
    for (const [table, columns] of Object.entries(tables)) {
      await this.#knex.raw('INSERT OR IGNORE INTO bench_write VALUES (?, 0)', [
        table,
      ]);
      for (const verb of ['INSERT', 'UPDATE', 'DELETE']) {
        const of = verb === 'UPDATE' ? `OF ${columns}` : '';
        await this.#knex.raw(
          `CREATE TRIGGER IF NOT EXISTS bench_${table}_${verb} AFTER ${verb} ${of} ON ${table}
           BEGIN UPDATE bench_write SET n = n + 1 WHERE name = '${table}'; END`,
        );
      }
    }
    await this.#knex('bench_write').update({ n: 0 });
  }

  async resetWrites(): Promise<void> {
    await this.#knex('bench_write').update({ n: 0 });
  }

  async writes(): Promise<number> {
    const [{ n }] = await this.#knex('bench_write').sum({ n: 'n' });
    return Number(n ?? 0);
  }

  /** Takes the triggers away again. */
  async stopCounting(): Promise<void> {
    for (const table of Object.keys(tables)) {
      for (const verb of ['INSERT', 'UPDATE', 'DELETE']) {
        await this.#knex.raw(`DROP TRIGGER IF EXISTS bench_${table}_${verb}`);
      }
    }
  }

  async close(): Promise<void> {
    await this.#knex.destroy();
  }
}
