import { Knex } from 'knex';
import { isSqlite } from '../../inventory/sql/isSqlite';
import { Row } from './Row';

/** A request as its tables have it. */
export interface SnapshotRows {
  request: Row;
  entities: Row[];
  votes: Row[];
  /**
   * The decision of the last generation that stands; where none of it does, the one that was taken back last. One of a generation
   * before was rolled back, and says nothing of what is decided now.
   */
  delivery: Row | null;
  /** Of that decision. */
  steps: Row[];
  /** Milliseconds since the epoch, by the clock that was given. */
  read_at: string | number;
}

const STANDING_FIRST = `ORDER BY generation DESC, state = 'recalled', created_at DESC, id LIMIT 1`;

/**
 * Reads the rows of a request. On PostgreSQL in one statement, which sees one moment and takes one way to the database and back:
 * all that people and workers do begins with it. There is no way to a SQLite file.
 *
 * @param clock - an SQL expression
 */
export async function selectSnapshotRows(
  knex: Knex,
  id: string,
  clock: string,
): Promise<SnapshotRows | undefined> {
  return isSqlite(knex)
    ? selectInParts(knex, id, clock)
    : selectAtOnce(knex, id, clock);
}

async function selectAtOnce(
  knex: Knex,
  id: string,
  clock: string,
): Promise<SnapshotRows | undefined> {
  const list = (table: string, of: string, order: string) =>
    knex.raw(
      `(SELECT coalesce(json_agg(x ORDER BY ${order}), '[]') FROM ?? AS x WHERE ${of})`,
      [table],
    );
  const own = 'x.request_id = r.id';
  return knex('approval_request as r')
    .joinRaw(
      `LEFT JOIN LATERAL (
         SELECT * FROM approval_delivery WHERE request_id = r.id ${STANDING_FIRST}
       ) AS d ON true`,
    )
    .where('r.id', id)
    .first({
      request: knex.raw('to_json(r)'),
      entities: list('approval_entity', own, 'x.entity_ref'),
      votes: list('approval_vote', own, 'x.generation, x.ordinal, x.at'),
      delivery: knex.raw('CASE WHEN d.id IS NOT NULL THEN to_json(d) END'),
      steps: list('approval_step', 'x.delivery_id = d.id', 'x.ordinal'),
      read_at: knex.raw(clock),
    });
}

/** Of one moment only in a transaction. */
async function selectInParts(
  knex: Knex,
  id: string,
  clock: string,
): Promise<SnapshotRows | undefined> {
  const request: Row | undefined = await knex('approval_request')
    .where({ id })
    .first();
  if (!request) {
    return undefined;
  }
  const of = { request_id: id };
  const delivery: Row | undefined = await knex('approval_delivery')
    .where(of)
    .orderByRaw(`generation DESC, state = 'recalled', created_at DESC, id`)
    .first();
  const steps = knex('approval_step').where('delivery_id', delivery?.id ?? '');
  const { read_at } = await knex
    .select(knex.raw(`${clock} as read_at`))
    .first();
  return {
    request,
    entities: await knex('approval_entity').where(of).orderBy('entity_ref'),
    votes: await knex('approval_vote')
      .where(of)
      .orderBy(['generation', 'ordinal', 'at']),
    delivery: delivery ?? null,
    steps: delivery ? await steps.orderBy('ordinal') : [],
    read_at,
  };
}
