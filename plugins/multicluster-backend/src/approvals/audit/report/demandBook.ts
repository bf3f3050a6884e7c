import { Knex } from 'knex';
import { databaseClock } from '../../../inventory/sql/databaseClock';
import { Row } from '../../store/Row';
import { ApprovalDemand } from './ApprovalDemand';

/** Keeps since when policies ask for approval where. Policies are configuration, and nobody could tell afterwards what they were. */
export const demandBook = {
  async read(knex: Knex): Promise<ApprovalDemand[]> {
    const rows: Row[] = await knex('approval_demand').orderBy('since');
    return rows.map(({ environment, since, until }) => ({
      environment: String(environment),
      since: Number(since),
      ...(until !== null && { until: Number(until) }),
    }));
  },

  /**
   * Notes where policies ask from now on. Replicas do so at their start, several at once.
   *
   * @param environments - names; what is not among them is not asked for any more
   */
  async note(knex: Knex, environments: readonly string[]): Promise<void> {
    const now = knex.raw(databaseClock(knex));
    const asked = ['', ...new Set(environments)];
    await knex('approval_demand')
      .whereNull('until')
      .whereNotIn('environment', asked)
      .update({ until: now });
    for (const environment of asked) {
      await knex('approval_demand')
        .insert({ environment, since: now })
        .onConflict(knex.raw('(environment) where until is null'))
        .ignore();
    }
  },
};
