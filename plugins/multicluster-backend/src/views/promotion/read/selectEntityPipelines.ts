import { Agent } from '@fairway/backstage-plugin-multicluster-common';
import {
  AgentFact,
  PipelineFact,
} from '@fairway/backstage-plugin-multicluster-node';
import { Knex } from 'knex';
import { parseJson } from '../../../util/parseJson';
import { toIso } from '../../toIso';

/** A pipeline of an entity, as stored. */
export interface EntityPipelineRecord {
  id: number;
  hash: string;
  source: string;
  key: string;
  name: string;
  laneId?: number;
  confirmed: boolean;
  fact: PipelineFact;
  agent?: Agent;
}

interface Row {
  id: number;
  hash: string;
  source: string;
  key: string;
  name: string;
  lane_id: number | null;
  confirmed: boolean | number;
  fact: string | null;
  agent_fact: string | null;
  agent_state: Agent['state'] | null;
  agent_since: number | string | null;
}

/** Reads the pipelines of an entity that their tools still have, with who runs them, by name, in one statement. */
export async function selectEntityPipelines(
  knex: Knex,
  entityRef: string,
): Promise<EntityPipelineRecord[]> {
  const rows: Row[] = await knex('pipeline_match as m')
    .join('inventory_pipeline as l', 'l.id', 'm.pipeline_id')
    .join('inventory_source as s', 's.id', 'l.source_id')
    .leftJoin('inventory_agent as a', join =>
      join
        .on('a.source_id', '=', 'l.source_id')
        .andOn('a.key', '=', 'l.agent_key'),
    )
    .where('m.entity_ref', entityRef)
    .where('l.present', true)
    .orderBy(['l.name', 'l.id'])
    .select(
      'l.id',
      'l.hash',
      's.name as source',
      'l.key',
      'l.name',
      'l.lane_id',
      'm.confirmed',
      'l.fact',
      'a.fact as agent_fact',
      'a.state as agent_state',
      'a.state_since as agent_since',
    );
  return rows.flatMap(row => {
    const fact = parseJson<PipelineFact | undefined>(row.fact, undefined);
    return fact
      ? {
          id: row.id,
          hash: row.hash,
          source: row.source,
          key: row.key,
          name: row.name,
          ...(row.lane_id !== null && { laneId: row.lane_id }),
          confirmed: Boolean(row.confirmed),
          fact,
          ...toAgent(row),
        }
      : [];
  });
}

function toAgent(row: Row): { agent?: Agent } {
  const fact = parseJson<AgentFact | undefined>(row.agent_fact, undefined);
  return fact && row.agent_state
    ? {
        agent: {
          nativeId: fact.key,
          name: fact.name,
          state: row.agent_state,
          since: toIso(Number(row.agent_since)),
          ...(fact.version && { version: fact.version }),
        },
      }
    : {};
}
