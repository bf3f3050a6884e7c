import { JsonObject } from '@backstage/types';
import { VoteRecord } from '../model/VoteRecord';
import { compact } from './compact';
import { jsonOrNull } from './jsonOrNull';
import { ofColumn } from './ofColumn';
import { orNull } from './orNull';
import { Row } from './Row';

const { text, json } = ofColumn;

/** Rows of `approval_vote`. What the permission was judged by is written and read by auditors alone. */
export const voteRows = {
  of(row: Row): VoteRecord {
    return compact<VoteRecord>({
      id: String(row.id),
      requestId: String(row.request_id),
      generation: Number(row.generation),
      voter: String(row.voter),
      decision: row.decision as VoteRecord['decision'],
      subjectDigest: String(row.subject_digest),
      status: row.status as VoteRecord['status'],
      reason: text(row.reason),
      comment: text(row.comment),
      groups: json<string[]>(row.groups)!,
      channel: row.channel as VoteRecord['channel'],
      at: Number(row.at),
      ordinal: Number(row.ordinal),
    });
  },

  to(record: VoteRecord, evidence?: JsonObject) {
    return {
      id: record.id,
      request_id: record.requestId,
      generation: record.generation,
      voter: record.voter,
      decision: record.decision,
      subject_digest: record.subjectDigest,
      status: record.status,
      reason: orNull(record.reason),
      comment: orNull(record.comment),
      groups: JSON.stringify(record.groups),
      channel: record.channel,
      evidence: jsonOrNull(evidence),
      at: record.at,
      ordinal: record.ordinal,
    };
  },
};
