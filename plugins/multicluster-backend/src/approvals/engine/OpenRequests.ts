import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { RequestRecord } from '../model/RequestRecord';
import { deadlineOf } from '../rules/deadlineOf';
import { ApprovalStore } from '../store/ApprovalStore';
import { compact } from '../store/compact';
import { selectSnapshot } from '../store/selectSnapshot';
import { Opening, RequestDraft } from './ApprovalEngine';

/** Opens requests, one of a gate at a time. */
export class OpenRequests {
  static create(store: ApprovalStore): OpenRequests {
    return new OpenRequests(store);
  }

  readonly #store: ApprovalStore;

  private constructor(store: ApprovalStore) {
    this.#store = store;
  }

  /** {@inheritDoc ApprovalEngine.open} */
  async open(draft: RequestDraft): Promise<Opening> {
    // Two replicas that see a gate at once both try; the index refuses one of them, which then finds what the other opened.
    return this.#store.transaction(trx => this.openIn(trx, draft));
  }

  /** The same within a transaction that does more. */
  async openIn(trx: Knex.Transaction, draft: RequestDraft): Promise<Opening> {
    const last = await this.#last(trx, draft.gateKey);
    if (last && (last.closedAt === undefined || isSettled(last, draft))) {
      return { request: last, opened: false };
    }
    const now = await this.#store.now(trx);
    const request = requestOf(draft, (last?.generation ?? 0) + 1, now);
    await this.#store.insert(trx, request);
    await this.#store.append(trx, [
      {
        actor: 'system',
        action: 'request.opened',
        requestId: request.id,
        environment: request.environment,
        payload: {
          gateKey: request.gateKey,
          kind: request.kind,
          title: request.title,
          generation: request.generation,
          subject: JSON.parse(JSON.stringify(request.subject)),
          subjectDigest: request.subjectDigest,
          policy: request.policy.name,
          policyHash: request.policyHash,
          enforcement: request.enforcement,
          entities: request.entities.map(({ entityRef }) => entityRef),
          ...(request.refusal && { refusal: request.refusal }),
          ...(last && { after: last.id }),
        },
      },
    ]);
    return { request, opened: true };
  }

  async findOpen(gateKey: string): Promise<RequestRecord | undefined> {
    const last = await this.#last(this.#store.knex, gateKey);
    return last?.closedAt === undefined ? last : undefined;
  }

  async #last(knex: Knex, gateKey: string): Promise<RequestRecord | undefined> {
    const row = await knex('approval_request')
      .where('gate_key', gateKey)
      .orderBy('generation', 'desc')
      .first('id');
    return row && (await selectSnapshot(knex, row.id))?.request;
  }
}

/** What ended about the very same thing stays ended, unless it was only thought to be gone, or somebody asks to try again. */
function isSettled(last: RequestRecord, draft: RequestDraft): boolean {
  return (
    !draft.reopen &&
    last.state !== 'cancelled' &&
    last.subjectDigest === draft.subjectDigest
  );
}

function requestOf(
  draft: RequestDraft,
  generation: number,
  now: number,
): RequestRecord {
  const { toolDeadline, reopen, ...fields } = draft;
  return compact<RequestRecord>({
    ...fields,
    id: randomUUID(),
    generation,
    version: 1,
    state: 'pending',
    createdAt: now,
    updatedAt: now,
    deadline: deadlineOf(now, draft.policy, toolDeadline),
  });
}
