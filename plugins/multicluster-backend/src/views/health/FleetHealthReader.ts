import { Knex } from 'knex';
import { Cached } from '../../util/Cached';
import { KnownSource } from '../../service/KnownSource';
import { healthOf } from './healthOf';
import { selectHealthRows } from './selectHealthRows';
import { FleetHealth } from './SourceHealth';

/** Reads how well everything is read, at most once a second for all views together. */
export class FleetHealthReader {
  readonly #cached: Cached<FleetHealth>;

  static create(options: {
    knex: Knex;
    sources: () => KnownSource[];
    now?: () => number;
  }): FleetHealthReader {
    const now = options.now ?? Date.now;
    const startedAt = now();
    return new FleetHealthReader(
      Cached.create({
        ttlMs: 1000,
        now,
        read: async () =>
          healthOf(
            await selectHealthRows(options.knex),
            options.sources(),
            startedAt,
            now(),
          ),
      }),
    );
  }

  private constructor(cached: Cached<FleetHealth>) {
    this.#cached = cached;
  }

  read(): Promise<FleetHealth> {
    return this.#cached.get();
  }
}
