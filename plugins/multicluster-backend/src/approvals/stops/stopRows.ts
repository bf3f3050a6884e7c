import { compact } from '../store/compact';
import { ofColumn } from '../store/ofColumn';
import { orNull } from '../store/orNull';
import { Row } from '../store/Row';
import { StopRecord } from './StopRecord';

const { text, number } = ofColumn;

/** Rows of `approval_stop`. */
export const stopRows = {
  of(row: Row): StopRecord {
    return compact<StopRecord>({
      id: String(row.id),
      environment: text(row.environment),
      source: text(row.source),
      entityRef: text(row.entity_ref),
      reason: String(row.reason),
      by: String(row.by),
      createdAt: Number(row.created_at),
      until: Number(row.until),
      liftedAt: number(row.lifted_at),
      liftedBy: text(row.lifted_by),
    });
  },

  to(record: StopRecord) {
    return {
      id: record.id,
      environment: orNull(record.environment),
      source: orNull(record.source),
      entity_ref: orNull(record.entityRef),
      reason: record.reason,
      by: record.by,
      created_at: record.createdAt,
      until: record.until,
      lifted_at: orNull(record.liftedAt),
      lifted_by: orNull(record.liftedBy),
    };
  },
};
