import {
  Sentence,
  WorkloadMatch,
} from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { isSqlite } from '../../inventory/sql/isSqlite';
import { EntityClaim } from '../../matching/rules';
import { parseJson } from '../../util/parseJson';
import {
  toWorkloadRecord,
  WorkloadColumns,
  workloadColumns,
} from '../rows/workloadColumns';
import { WorkloadRecord } from '../rows/WorkloadRecord';

/** A workload of an entity, and how it became one. */
export interface EntityWorkloadRecord extends WorkloadRecord {
  rule: WorkloadMatch['rule'];
  confirmed: boolean;
  reason: Sentence;
  /** Other entities that claim it. */
  otherClaims: string[];
}

/** What is stored of an entity. */
export interface EntityRecord {
  /** What it said when it was last matched. */
  claim?: EntityClaim;
  /** Hash of what it said; empty when it said nothing. */
  claimHash: string;
  workloads: EntityWorkloadRecord[];
}

/** Reads what an entity says and its workloads with their placements, ordered by name, in one statement. */
export async function selectEntityWorkloads(
  knex: Knex,
  entityRef: string,
): Promise<EntityRecord> {
  // Entity refs hold no blanks, so a blank separates them.
  const joined = isSqlite(knex)
    ? `group_concat(o.entity_ref, ' ')`
    : `string_agg(o.entity_ref, ' ' order by o.entity_ref)`;
  const rows: Row[] = await knex
    .from(knex.select(knex.raw('? as entity_ref', [entityRef])).as('e'))
    .leftJoin('entity_claim as c', 'c.entity_ref', 'e.entity_ref')
    .leftJoin('entity_match as m', 'm.entity_ref', 'e.entity_ref')
    .leftJoin('inventory_workload as w', 'w.id', 'm.workload_id')
    .leftJoin('inventory_source as s', 's.id', 'w.source_id')
    .leftJoin('inventory_placement as p', 'p.workload_id', 'w.id')
    .orderBy(['w.namespace', 'w.name', 'w.kind', 'w.id', 'p.id'])
    .select(
      ...workloadColumns(knex),
      'c.claim',
      'c.hash as claim_hash',
      'm.rule',
      'm.confirmed',
      'm.reason',
      knex.raw(
        `(select ${joined} from entity_match o where o.workload_id = w.id and o.entity_ref <> m.entity_ref) as other_claims`,
      ),
    );
  const workloads = rows.filter(row => row.hash !== null).map(toRecord);
  return {
    claim: parseJson<EntityClaim | undefined>(rows[0]?.claim, undefined),
    claimHash: rows[0]?.claim_hash ?? '',
    workloads: firstOfEach(workloads),
  };
}

interface Row extends WorkloadColumns {
  claim: string | null;
  claim_hash: string | null;
  rule: WorkloadMatch['rule'];
  confirmed: boolean | number;
  reason: string;
  other_claims: string | null;
}

function toRecord(row: Row): EntityWorkloadRecord {
  return {
    ...toWorkloadRecord(row),
    rule: row.rule,
    confirmed: Boolean(row.confirmed),
    reason: parseJson<Sentence>(row.reason, {
      code: row.rule,
      params: {},
      text: row.rule,
    }),
    otherClaims: row.other_claims ? row.other_claims.split(' ').sort() : [],
  };
}

/** A template can have a placement of its own and one as a dependency; its own is what people ask about. */
function firstOfEach(records: EntityWorkloadRecord[]): EntityWorkloadRecord[] {
  const byId = new Map<number, EntityWorkloadRecord>();
  for (const record of records) {
    const other = byId.get(record.id);
    if (!other || (other.placement?.dependency && record.placement)) {
      byId.set(record.id, record);
    }
  }
  return [...byId.values()];
}
