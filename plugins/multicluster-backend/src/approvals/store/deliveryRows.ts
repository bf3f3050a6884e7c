import { DeliveryRecord } from '../model/DeliveryRecord';
import { compact } from './compact';
import { ofColumn } from './ofColumn';
import { orNull } from './orNull';
import { Row } from './Row';

/** Rows of `approval_delivery`. */
export const deliveryRows = {
  of(row: Row): DeliveryRecord {
    return compact<DeliveryRecord>({
      id: String(row.id),
      requestId: String(row.request_id),
      gateKey: String(row.gate_key),
      generation: Number(row.generation),
      decision: row.decision as DeliveryRecord['decision'],
      state: row.state as DeliveryRecord['state'],
      createdAt: Number(row.created_at),
      notBefore: Number(row.not_before),
      closedAt: ofColumn.number(row.closed_at),
    });
  },

  to(record: DeliveryRecord) {
    return {
      id: record.id,
      request_id: record.requestId,
      gate_key: record.gateKey,
      generation: record.generation,
      decision: record.decision,
      state: record.state,
      created_at: record.createdAt,
      not_before: record.notBefore,
      closed_at: orNull(record.closedAt),
    };
  },
};
