import {
  ProblemCode,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { parseJson } from '../../util/parseJson';

/** A source with one of its lanes; lane fields are absent for a source that has none yet. */
export interface HealthRow {
  sourceId: number;
  source: string;
  type: string;
  lane?: {
    id: number;
    /** Facet of the source that it is a part of. */
    facet: string;
    name: string;
    subject: string;
    retired: boolean;
    swept: boolean;
    sweptAt?: number;
    contactAt?: number;
    lagSeconds?: number;
    relists: number;
    errors: number;
    objects: number;
    problem?: { code: ProblemCode; sentence: Sentence; since: number };
  };
}

/** Sources and the lanes of their facets. */
export async function selectHealthRows(knex: Knex): Promise<HealthRow[]> {
  const rows = await knex('inventory_source as s')
    .leftJoin('inventory_lane as l', 'l.source_id', 's.id')
    .orderBy(['s.id', 'l.id'])
    .select(
      's.id as source_id',
      's.name as source',
      's.type',
      'l.id as lane_id',
      'l.facet',
      'l.name',
      'l.subject',
      'l.retired',
      'l.checkpoint',
      'l.swept_at',
      'l.contact_at',
      'l.lag_seconds',
      'l.relists',
      'l.errors',
      'l.objects',
      'l.problem',
      'l.problem_since',
    );
  return rows.map(row => ({
    sourceId: row.source_id,
    source: row.source,
    type: row.type,
    ...(row.lane_id !== null && { lane: toLane(row) }),
  }));
}

interface LaneColumns {
  lane_id: number;
  facet: string;
  name: string;
  subject: string;
  retired: boolean | number;
  checkpoint: string | null;
  swept_at: number | string | null;
  contact_at: number | string | null;
  lag_seconds: number | null;
  relists: number;
  errors: number;
  objects: number;
  problem: string | null;
  problem_since: number | string | null;
}

function toLane(row: LaneColumns): HealthRow['lane'] {
  const number = (value: unknown) =>
    value === null || value === undefined ? undefined : Number(value);
  const problem = parseJson<
    { code: ProblemCode; sentence: Sentence } | undefined
  >(row.problem, undefined);
  return {
    id: row.lane_id,
    facet: row.facet,
    name: row.name,
    subject: row.subject,
    retired: Boolean(row.retired),
    swept: row.checkpoint !== null,
    sweptAt: number(row.swept_at),
    contactAt: number(row.contact_at),
    lagSeconds: number(row.lag_seconds),
    relists: Number(row.relists),
    errors: Number(row.errors),
    objects: Number(row.objects),
    ...(problem && {
      problem: { ...problem, since: Number(row.problem_since) },
    }),
  };
}
