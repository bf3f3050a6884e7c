import { Knex } from 'knex';
import { draftOf } from '../approvals/__testUtils__/draftOf';
import { appendAudit } from '../approvals/audit/appendAudit';
import { RequestRecord } from '../approvals/model/RequestRecord';
import { ApprovalStore } from '../approvals/store/ApprovalStore';
import { DatabaseClock } from '../approvals/store/DatabaseClock';

/** A request for approval of the shop, as it stands in a migrated database. */
export async function seedApproval(
  knex: Knex,
  partial: Partial<RequestRecord> = {},
): Promise<RequestRecord> {
  const id = partial.id ?? 'request-1';
  const store = ApprovalStore.create({
    knex,
    clock: DatabaseClock.create(),
    appendAudit,
  });
  const now = await store.now();
  const request: RequestRecord = {
    ...draftOf(`gate|prod|${id}`, {
      entities: [{ entityRef: 'component:default/shop', confirmed: true }],
    }),
    id,
    generation: 1,
    version: 1,
    state: 'pending',
    createdAt: now,
    updatedAt: now,
    ...partial,
  };
  await store.transaction(async trx => {
    await store.insert(trx, request);
    await store.append(trx, [
      {
        actor: 'system',
        action: 'request.opened',
        requestId: id,
        environment: request.environment,
        payload: { title: request.title },
      },
    ]);
  });
  return request;
}
