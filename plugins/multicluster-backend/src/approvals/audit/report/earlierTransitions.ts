import { Knex } from 'knex';
import { UNKNOWN_VERSIONS } from './UNKNOWN_VERSIONS';

/** Parts of statements about what is known of a placement on a cluster before one of its transitions. */
export const earlierTransitions = {
  /** Whether a transition is a change of what runs. Known, not known while it rolls out, and known again is none. */
  isChange(knex: Knex, of: string): (query: Knex.QueryBuilder) => void {
    return query =>
      query.where(`${of}.field`, 'content').orWhere(version =>
        version
          .where(`${of}.field`, 'version')
          .whereNotIn(`${of}.to_value`, UNKNOWN_VERSIONS)
          .whereRaw('coalesce((?), ?) <> ??', [
            earlierTransitions.known(knex, of),
            '',
            `${of}.to_value`,
          ]),
      );
  },

  /** When what runs there changed before `t`. */
  change(knex: Knex): Knex.QueryBuilder {
    return knex('inventory_transition as e')
      .where('e.subject_type', 'placement')
      .whereRaw('?? = ??', ['e.subject_id', 't.subject_id'])
      .whereRaw('?? = ??', ['e.subject', 't.subject'])
      .whereRaw('?? < ??', ['e.id', 't.id'])
      .where(earlierTransitions.isChange(knex, 'e'))
      .orderBy('e.id', 'desc')
      .limit(1)
      .select('e.at');
  },

  /**
   * The last version that was known of what a transition is of, before it. A first sync writes no transitions: what ran then stands
   * in the first one alone, as what it came from.
   */
  known(knex: Knex, of: string): Knex.QueryBuilder {
    const unknown = UNKNOWN_VERSIONS.map(() => '?').join(', ');
    return earlierTransitions
      .ofVersion(knex, of)
      .where(known =>
        known
          .whereNotIn('k.to_value', UNKNOWN_VERSIONS)
          .orWhereNotIn('k.from_value', UNKNOWN_VERSIONS),
      )
      .orderBy('k.id', 'desc')
      .limit(1)
      .select(
        knex.raw(
          `case when k.to_value in (${unknown}) then k.from_value else k.to_value end`,
          UNKNOWN_VERSIONS,
        ),
      );
  },

  /** Transitions `k` of the version of the same, before one. */
  ofVersion(knex: Knex, of: string): Knex.QueryBuilder {
    return knex('inventory_transition as k')
      .where({ 'k.subject_type': 'placement', 'k.field': 'version' })
      .whereRaw('?? = ??', ['k.subject_id', `${of}.subject_id`])
      .whereRaw('?? = ??', ['k.subject', `${of}.subject`])
      .whereRaw('?? < ??', ['k.id', `${of}.id`]);
  },
};
