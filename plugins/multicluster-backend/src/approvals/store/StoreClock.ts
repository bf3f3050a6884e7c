import { Knex } from 'knex';

/** {@inheritDoc ApprovalClock} It can also be read within a statement, so that telling the time takes none of its own. */
export interface StoreClock {
  now(knex: Knex): Promise<number>;
  /** An SQL expression: milliseconds since the epoch. */
  sql(knex: Knex): string;
}
