import { Knex } from 'knex';
import { databaseClock } from '../../inventory/sql/databaseClock';
import { StoreClock } from './StoreClock';

/** Tells the time that requests are judged by. */
export interface ApprovalClock {
  /** Milliseconds since the epoch. */
  now(knex: Knex): Promise<number>;
}

/**
 * The clock of the database: no replica whose own clock is wrong shortens or lengthens a deadline, and two of them agree on
 * what came first.
 */
export class DatabaseClock implements StoreClock {
  static create(): DatabaseClock {
    return new DatabaseClock();
  }

  private constructor() {}

  async now(knex: Knex): Promise<number> {
    const row = await knex.select(knex.raw(`${this.sql(knex)} as now`)).first();
    return Number(row.now);
  }

  sql(knex: Knex): string {
    return databaseClock(knex);
  }
}
