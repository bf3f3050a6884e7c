import { StepRecord } from '../model/StepRecord';
import { compact } from './compact';
import { jsonOrNull } from './jsonOrNull';
import { ofColumn } from './ofColumn';
import { orNull } from './orNull';
import { Row } from './Row';

const { text, number, json } = ofColumn;

/** Rows of `approval_step`. */
export const stepRows = {
  of(row: Row): StepRecord {
    return compact<StepRecord>({
      id: String(row.id),
      deliveryId: String(row.delivery_id),
      requestId: String(row.request_id),
      generation: Number(row.generation),
      ordinal: Number(row.ordinal),
      key: String(row.key),
      title: String(row.title),
      voter: text(row.voter),
      cluster: text(row.cluster),
      state: row.state as StepRecord['state'],
      identity: json<StepRecord['identity']>(row.identity)!,
      idempotencyKey: String(row.idempotency_key),
      fence: Number(row.fence),
      leaseOwner: text(row.lease_owner),
      leaseUntil: number(row.lease_until),
      attempts: Number(row.attempts),
      failures: Number(row.failures),
      nextAt: number(row.next_at),
      providerRef: text(row.provider_ref),
      sentence: json<StepRecord['sentence']>(row.sentence),
      memory: json<StepRecord['memory']>(row.memory),
      sentAt: number(row.sent_at),
      observedAt: number(row.observed_at),
    });
  },

  to(record: StepRecord) {
    return {
      id: record.id,
      delivery_id: record.deliveryId,
      request_id: record.requestId,
      generation: record.generation,
      ordinal: record.ordinal,
      key: record.key,
      title: record.title,
      voter: orNull(record.voter),
      cluster: orNull(record.cluster),
      idempotency_key: record.idempotencyKey,
      ...this.changing(record),
    };
  },

  /** Columns that can change after a step was planned. */
  changing(record: StepRecord) {
    return {
      state: record.state,
      identity: JSON.stringify(record.identity),
      fence: record.fence,
      lease_owner: orNull(record.leaseOwner),
      lease_until: orNull(record.leaseUntil),
      attempts: record.attempts,
      failures: record.failures,
      next_at: orNull(record.nextAt),
      provider_ref: orNull(record.providerRef),
      sentence: jsonOrNull(record.sentence),
      memory: jsonOrNull(record.memory),
      sent_at: orNull(record.sentAt),
      observed_at: orNull(record.observedAt),
    };
  },
};
