import {
  PipelineMatch,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { isSqlite } from '../../inventory/sql/isSqlite';
import { EntityClaim } from '../../matching/rules';
import { parseJson } from '../../util/parseJson';
import { latestRun } from '../pipelines/latestRun';
import {
  PipelineWithRun,
  PipelineWithRunColumns,
  toPipelineWithRun,
} from '../pipelines/PipelineWithRun';
import { RUN_COLUMNS } from './runColumns';

/** A pipeline of an entity, and how it became one. */
export interface EntityPipelineRecord extends PipelineWithRun {
  match: PipelineMatch;
  /** False: its tool has it no more. */
  present: boolean;
  /** Other entities that it is matched to. */
  otherClaims: string[];
}

/** What is stored of the pipelines of an entity. */
export interface EntityPipelines {
  /** What it said when it was last matched. */
  claim?: EntityClaim;
  /** Hash of what it said; empty when it said nothing. */
  claimHash: string;
  pipelines: EntityPipelineRecord[];
}

/** Reads what an entity says and its pipelines with the runs they are shown with, ordered by name, in one statement. */
export async function selectEntityPipelines(
  knex: Knex,
  entityRef: string,
): Promise<EntityPipelines> {
  // Entity refs hold no blanks, so a blank separates them.
  const joined = isSqlite(knex)
    ? `group_concat(o.entity_ref, ' ')`
    : `string_agg(o.entity_ref, ' ' order by o.entity_ref)`;
  const rows: Row[] = await knex
    .from(knex.select(knex.raw('? as entity_ref', [entityRef])).as('e'))
    .leftJoin('entity_claim as c', 'c.entity_ref', 'e.entity_ref')
    .leftJoin('pipeline_match as m', 'm.entity_ref', 'e.entity_ref')
    .leftJoin('inventory_pipeline as p', 'p.id', 'm.pipeline_id')
    .leftJoin('inventory_source as s', 's.id', 'p.source_id')
    .leftJoin('inventory_agent as a', join =>
      join.on('a.source_id', 'p.source_id').on('a.key', 'p.agent_key'),
    )
    .joinRaw('left join inventory_run as r on r.id = ?', [latestRun(knex)])
    .orderBy(['p.name', 'p.id'])
    .select(
      ...RUN_COLUMNS,
      'p.present',
      'c.claim',
      'c.hash as claim_hash',
      'm.rule',
      'm.confirmed',
      'm.reason',
      knex.raw(
        `(select ${joined} from pipeline_match o where o.pipeline_id = p.id and o.entity_ref <> m.entity_ref) as other_claims`,
      ),
    );
  return {
    claim: parseJson<EntityClaim | undefined>(rows[0]?.claim, undefined),
    claimHash: rows[0]?.claim_hash ?? '',
    pipelines: rows.filter(row => row.pipeline_hash !== null).map(toRecord),
  };
}

type Row = PipelineWithRunColumns & {
  present: boolean | number;
  claim: string | null;
  claim_hash: string | null;
  rule: PipelineMatch['rule'];
  confirmed: boolean | number;
  reason: string;
  other_claims: string | null;
};

function toRecord(row: Row): EntityPipelineRecord {
  return {
    ...toPipelineWithRun(row),
    present: Boolean(row.present),
    match: {
      rule: row.rule,
      confirmed: Boolean(row.confirmed),
      reason: parseJson<Sentence>(row.reason, {
        code: row.rule,
        params: {},
        text: row.rule,
      }),
    },
    otherClaims: row.other_claims ? row.other_claims.split(' ').sort() : [],
  };
}
