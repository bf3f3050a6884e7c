import { Knex } from 'knex';
import { RequestSnapshot } from '../engine/ApprovalEngine';
import { DeliveryRecord } from '../model/DeliveryRecord';
import { RequestRecord } from '../model/RequestRecord';
import { deliveryRows } from './deliveryRows';
import { requestRows } from './requestRows';
import { Row } from './Row';
import { stepRows } from './stepRows';
import { voteRows } from './voteRows';

/** A snapshot with the decision its steps belong to; that of the last one which was taken back, where none stands. */
export type StoredSnapshot = Omit<RequestSnapshot, 'readAt'> & {
  delivery?: DeliveryRecord;
};

/**
 * Reads a request with its votes and its steps, in several statements: of one moment only where `knex` is a transaction that keeps
 * the row, see `lock`, or that sees one moment, see atOneMoment. Whoever has neither may use what the request's own row says.
 *
 * @param lock - keeps the row for the transaction; for those that write. SQLite has one writer anyway
 */
export async function selectSnapshot(
  knex: Knex,
  id: string,
  options?: { lock: boolean },
): Promise<StoredSnapshot | undefined> {
  const query = knex('approval_request').where({ id }).first();
  const row: Row | undefined = await (options?.lock
    ? query.forUpdate()
    : query);
  if (!row) {
    return undefined;
  }
  const request = requestRows.of(row, await selectEntities(knex, id));
  const votes: Row[] = await knex('approval_vote')
    .where('request_id', id)
    .orderBy(['generation', 'ordinal', 'at']);
  const delivery = await selectDelivery(knex, id);
  const steps: Row[] = delivery
    ? await knex('approval_step')
        .where('delivery_id', delivery.id)
        .orderBy('ordinal')
    : [];
  return {
    request,
    votes: votes.map(voteRows.of),
    steps: steps.map(stepRows.of),
    ...(delivery && { delivery }),
  };
}

async function selectEntities(
  knex: Knex,
  id: string,
): Promise<RequestRecord['entities']> {
  const rows: Row[] = await knex('approval_entity')
    .where('request_id', id)
    .orderBy('entity_ref');
  return rows.map(row => ({
    entityRef: String(row.entity_ref),
    confirmed: Boolean(row.confirmed),
  }));
}

async function selectDelivery(
  knex: Knex,
  id: string,
): Promise<DeliveryRecord | undefined> {
  const rows: Row[] = await knex('approval_delivery')
    .where('request_id', id)
    .orderBy([
      { column: 'generation', order: 'desc' },
      { column: 'created_at', order: 'desc' },
      'id',
    ]);
  const all = rows.map(deliveryRows.of);
  // One of a generation before was rolled back, and says nothing of what is decided now.
  const last = all.filter(({ generation }) => generation === all[0].generation);
  return last.find(({ state }) => state !== 'recalled') ?? last[0];
}
