import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { requestRows } from '../store/requestRows';
import { Row } from '../store/Row';
import { stepRows } from '../store/stepRows';
import { voteRows } from '../store/voteRows';
import { RequestParts } from './RequestParts';

/** Requests with all that is shown of them, in four statements, in the order of the ids; those that are not there are left out. */
export async function selectRequestParts(
  knex: Knex,
  ids: string[],
): Promise<RequestParts[]> {
  const of = (column: string) => inList(knex, column, ids, 'text');
  const [requests, entities, votes, steps] = await Promise.all([
    knex('approval_request').where(of('id')),
    knex('approval_entity').where(of('request_id')).orderBy('entity_ref'),
    knex('approval_vote')
      .where(of('request_id'))
      .orderBy(['generation', 'ordinal', 'at']),
    selectSteps(knex, ids),
  ]);
  const rowsOf = (rows: Row[], id: string) =>
    rows.filter(row => row.request_id === id);
  const found = new Map<string, Row>(
    requests.map((row: Row) => [String(row.id), row]),
  );
  return ids.flatMap(id => {
    const row = found.get(id);
    return row
      ? [
          {
            request: requestRows.of(
              row,
              rowsOf(entities, id).map(entity => ({
                entityRef: String(entity.entity_ref),
                confirmed: Boolean(entity.confirmed),
              })),
            ),
            votes: rowsOf(votes, id).map(voteRows.of),
            steps: lastDecision(rowsOf(steps, id)).map(stepRows.of),
          },
        ]
      : [];
  });
}

function selectSteps(knex: Knex, ids: string[]): Promise<Row[]> {
  return (
    knex('approval_step as s')
      .join('approval_delivery as d', 'd.id', 's.delivery_id')
      // By deliveries: of steps there is no index by request that knows those taken back.
      .where(inList(knex, 'd.request_id', ids, 'text'))
      .orderBy([
        { column: 'd.generation', order: 'desc' },
        { column: 'd.created_at', order: 'desc' },
        { column: 'd.id' },
        { column: 's.ordinal' },
      ])
      .select('s.*', 'd.state as delivery_state')
  );
}

/** Of the decision of the last generation that was not taken back; where all of it were, of the last one. See selectSnapshot. */
function lastDecision(rows: Row[]): Row[] {
  const last = rows.filter(
    ({ generation }) => generation === rows[0].generation,
  );
  const stands =
    last.find(row => row.delivery_state !== 'recalled') ?? last.at(0);
  return rows.filter(row => row.delivery_id === stands?.delivery_id);
}
