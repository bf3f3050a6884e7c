import { RequestRecord } from '../model/RequestRecord';
import { compact } from './compact';
import { jsonOrNull } from './jsonOrNull';
import { ofColumn } from './ofColumn';
import { orNull } from './orNull';
import { Row } from './Row';

const { text, number, json } = ofColumn;

/** Rows of `approval_request`. Entities are rows of their own. */
export const requestRows = {
  of(row: Row, entities: RequestRecord['entities']): RequestRecord {
    return compact<RequestRecord>({
      ...identityOf(row),
      ...decidedOf(row),
      subject: json<RequestRecord['subject']>(row.subject)!,
      policy: json<RequestRecord['policy']>(row.policy)!,
      requesters: json<RequestRecord['requesters']>(row.requesters)!,
      detail: json<RequestRecord['detail']>(row.detail)!,
      refusal: text(row.refusal) as RequestRecord['refusal'],
      halted: json<RequestRecord['halted']>(row.halted),
      breakGlass: json<RequestRecord['breakGlass']>(row.break_glass),
      entities,
      ...timesOf(row),
    });
  },

  to(record: RequestRecord) {
    return {
      id: record.id,
      gate_key: record.gateKey,
      kind: record.kind,
      source: record.source,
      run_key: orNull(record.runKey),
      pipeline_key: orNull(record.pipelineKey),
      gate_id: orNull(record.gateId),
      policy_key: orNull(record.policyKey),
      environment: orNull(record.environment),
      enforcement: record.enforcement,
      created_at: record.createdAt,
      ...this.changing(record),
    };
  },

  /** Columns that can change after a request was opened. */
  changing(record: RequestRecord) {
    return {
      generation: record.generation,
      version: record.version,
      state: record.state,
      decision: orNull(record.decision),
      gate_version: orNull(record.gateVersion),
      title: record.title,
      subject: JSON.stringify(record.subject),
      subject_digest: record.subjectDigest,
      change_key: orNull(record.changeKey),
      policy_name: record.policy.name,
      policy_hash: record.policyHash,
      policy: JSON.stringify(record.policy),
      requesters: JSON.stringify(record.requesters),
      identity_mode: record.identityMode,
      delivery: record.delivery,
      detail: JSON.stringify(record.detail),
      refusal: orNull(record.refusal),
      halted: jsonOrNull(record.halted),
      break_glass: jsonOrNull(record.breakGlass),
      updated_at: record.updatedAt,
      not_before: orNull(record.notBefore),
      deadline: orNull(record.deadline),
      recall_until: orNull(record.recallUntil),
      sealed_at: orNull(record.sealedAt),
      closed_at: orNull(record.closedAt),
      closed_by: jsonOrNull(record.closedBy),
      sentence: jsonOrNull(record.sentence),
      superseded_by: orNull(record.supersededBy),
      missing_since: orNull(record.missingSince),
    };
  },
};

function identityOf(row: Row) {
  return {
    id: String(row.id),
    gateKey: String(row.gate_key),
    generation: Number(row.generation),
    version: Number(row.version),
    kind: row.kind as RequestRecord['kind'],
    source: String(row.source),
    runKey: text(row.run_key),
    pipelineKey: text(row.pipeline_key),
    gateId: text(row.gate_id),
    gateVersion: text(row.gate_version),
    policyKey: text(row.policy_key),
    title: String(row.title),
    environment: text(row.environment),
    subjectDigest: String(row.subject_digest),
    changeKey: text(row.change_key),
    policyHash: String(row.policy_hash),
    enforcement: row.enforcement as RequestRecord['enforcement'],
    identityMode: row.identity_mode as RequestRecord['identityMode'],
    delivery: row.delivery as RequestRecord['delivery'],
  };
}

function decidedOf(row: Row) {
  return {
    state: row.state as RequestRecord['state'],
    decision: text(row.decision) as RequestRecord['decision'],
    closedBy: json<RequestRecord['closedBy']>(row.closed_by),
    sentence: json<RequestRecord['sentence']>(row.sentence),
    supersededBy: text(row.superseded_by),
  };
}

function timesOf(row: Row) {
  return {
    createdAt: Number(row.created_at),
    updatedAt: Number(row.updated_at),
    notBefore: number(row.not_before),
    deadline: number(row.deadline),
    recallUntil: number(row.recall_until),
    sealedAt: number(row.sealed_at),
    closedAt: number(row.closed_at),
    missingSince: number(row.missing_since),
  };
}
