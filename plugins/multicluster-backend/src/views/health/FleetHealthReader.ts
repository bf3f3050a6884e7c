import { Knex } from 'knex';
import { Cached } from '../../util/Cached';
import { KnownSource } from '../../service/KnownSource';
import { HealthAspect } from './HealthAspect';
import { healthOf } from './healthOf';
import { selectHealthRows } from './selectHealthRows';
import { FleetHealth } from './SourceHealth';

/** Reads how well everything is read, at most once a second for all views together. */
export class FleetHealthReader {
  readonly #cached: Cached<Record<HealthAspect, FleetHealth>>;

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
        read: async () => {
          const rows = await selectHealthRows(options.knex);
          const of = (aspect: HealthAspect) =>
            healthOf(rows, options.sources(), startedAt, now(), aspect);
          return { fleet: of('fleet'), runs: of('runs'), all: of('all') };
        },
      }),
    );
  }

  private constructor(cached: Cached<Record<HealthAspect, FleetHealth>>) {
    this.#cached = cached;
  }

  async read(aspect: HealthAspect = 'fleet'): Promise<FleetHealth> {
    return (await this.#cached.get())[aspect];
  }
}
