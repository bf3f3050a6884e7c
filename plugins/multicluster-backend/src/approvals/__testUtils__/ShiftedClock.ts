import { Knex } from 'knex';
import { ApprovalClock, DatabaseClock } from '../store/DatabaseClock';

/** The clock of the database, moved by as much as a test wants. */
export class ShiftedClock implements ApprovalClock {
  ahead = 0;
  readonly #clock = DatabaseClock.create();

  static create(): ShiftedClock {
    return new ShiftedClock();
  }

  private constructor() {}

  async now(knex: Knex): Promise<number> {
    return (await this.#clock.now(knex)) + this.ahead;
  }
}
