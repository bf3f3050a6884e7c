import { Knex } from 'knex';
import { RequestRecord } from '../model/RequestRecord';
import { deliveryRows } from './deliveryRows';
import { PendingWrites, RequestChange } from './RequestChange';
import { requestRows } from './requestRows';
import { StaleWriteError } from './StaleWriteError';
import { stepRows } from './stepRows';
import { voteRows } from './voteRows';

/**
 * Writes a change. Rows that give way go before those that take their place, or the unique indexes would refuse what is right.
 *
 * Throws a StaleWriteError when the request has another version by then; the transaction must end.
 */
export async function writeChange(
  trx: Knex.Transaction,
  change: RequestChange,
): Promise<PendingWrites | undefined> {
  const writes = change.pending();
  if (!writes) {
    return undefined;
  }
  if (writes.request) {
    await writeRequest(trx, change.request, writes.fromVersion);
  }
  if (writes.entities) {
    await replaceEntities(trx, change.request);
  }
  await writeVotes(trx, writes);
  await writeDelivery(trx, writes);
  return writes;
}

async function writeRequest(
  trx: Knex.Transaction,
  request: RequestRecord,
  version: number,
): Promise<void> {
  const written = await trx('approval_request')
    .where({ id: request.id, version })
    .update(requestRows.changing(request));
  if (written !== 1) {
    throw new StaleWriteError();
  }
}

async function replaceEntities(
  trx: Knex.Transaction,
  { id, entities }: RequestRecord,
): Promise<void> {
  await trx('approval_entity').where('request_id', id).delete();
  for (const { entityRef, confirmed } of entities) {
    await trx('approval_entity').insert({
      request_id: id,
      entity_ref: entityRef,
      confirmed,
    });
  }
}

async function writeVotes(
  trx: Knex.Transaction,
  { changedVotes, newVotes }: PendingWrites,
): Promise<void> {
  for (const { id, status, reason = null } of changedVotes) {
    await trx('approval_vote').where({ id }).update({ status, reason });
  }
  for (const { vote, evidence } of newVotes) {
    await trx('approval_vote').insert(voteRows.to(vote, evidence));
  }
}

async function writeDelivery(
  trx: Knex.Transaction,
  writes: PendingWrites,
): Promise<void> {
  for (const delivery of writes.changedDeliveries) {
    await trx('approval_delivery')
      .where('id', delivery.id)
      .update(deliveryRows.to(delivery));
  }
  for (const step of writes.changedSteps) {
    await trx('approval_step')
      .where('id', step.id)
      .update(stepRows.changing(step));
  }
  if (writes.newDelivery) {
    await trx('approval_delivery').insert(deliveryRows.to(writes.newDelivery));
  }
  for (const step of writes.newSteps) {
    await trx('approval_step').insert(stepRows.to(step));
  }
}
