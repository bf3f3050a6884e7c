import { Knex } from 'knex';
import { DatabaseClock } from '../store/DatabaseClock';
import { StoreClock } from '../store/StoreClock';

/** The clock of the database, moved by as much as a test wants. */
export class ShiftedClock implements StoreClock {
  ahead = 0;
  readonly #clock = DatabaseClock.create();

  static create(): ShiftedClock {
    return new ShiftedClock();
  }

  private constructor() {}

  async now(knex: Knex): Promise<number> {
    return (await this.#clock.now(knex)) + this.ahead;
  }

  sql(knex: Knex): string {
    return `${this.#clock.sql(knex)} + ${this.ahead}`;
  }
}
