import {
  Gate,
  RunCommit,
  RunTrigger,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  DerivedRun,
  RunFact,
} from '@fairway/backstage-plugin-multicluster-node';
import { Knex } from 'knex';
import { jsonText } from '../../../util/jsonText';
import { parseJson } from '../../../util/parseJson';
import { newestOfEach } from './newestOfEach';

/** Newest runs of a pipeline that are looked at. A version that an older one brought has a run that nobody knows. */
const NEWEST = 25;

/** Runs of a pipeline under way that are looked at, newest first, however many came after them. */
const UNDER_WAY = 10;

/** A run as stored, without what only its source reads. */
export interface RunRecord
  extends Pick<
    RunFact,
    | 'artifacts'
    | 'chain'
    | 'commit'
    | 'key'
    | 'labels'
    | 'number'
    | 'pipelineKey'
    | 'trigger'
    | 'url'
  > {
  id: number;
  hash: string;
  pipelineId: number;
  laneId?: number;
  active: boolean;
  /** Milliseconds since the epoch. */
  createdAt: number;
  derived: DerivedRun;
  /** That the portal keeps; see PortalGates. */
  portalGates?: Gate[];
}

/** Fields of the fact that are read one by one: what else it holds, its source alone reads, and can be long. */
const FIELDS = [
  'commit',
  'artifacts',
  'trigger',
  'chain',
  'labels',
  'url',
  'number',
  'pipelineKey',
] as const;

type Row = {
  id: number;
  hash: string;
  key: string;
  pipeline_id: number;
  lane_id: number | null;
  active: boolean | number;
  created_at: number | string;
  derived: string;
} & Record<(typeof FIELDS)[number], string | null>;

/** Reads the newest runs of some pipelines and those under way, newest first, in one statement. */
export async function selectPipelineRuns(
  knex: Knex,
  pipelineIds: number[],
): Promise<RunRecord[]> {
  const newest = (pipelineId: number) =>
    knex('inventory_run')
      .where({ pipeline_id: pipelineId })
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .select('id');
  const rows = await newestOfEach<number, Row>(
    knex,
    pipelineIds,
    id => [
      newest(id).limit(NEWEST),
      newest(id).where({ active: true }).limit(UNDER_WAY),
    ],
    among =>
      knex('inventory_run as r')
        .where(among('r.id'))
        .orderBy([
          { column: 'r.created_at', order: 'desc' },
          { column: 'r.id', order: 'desc' },
        ])
        .select(
          'r.id',
          'r.hash',
          'r.key',
          'r.pipeline_id',
          'r.lane_id',
          'r.active',
          'r.created_at',
          'r.derived',
          ...FIELDS.map(field =>
            knex.raw('? as ??', [jsonText(knex, 'r.fact', field), field]),
          ),
        ),
  );
  return rows.flatMap(row => toRecord(row) ?? []);
}

/** A run whose states cannot be read is left out: nothing can be said of it. */
function toRecord(row: Row): RunRecord | undefined {
  const derived = parseJson<DerivedRun | undefined>(row.derived, undefined);
  if (!derived) {
    return undefined;
  }
  const read = <T>(text: string | null) =>
    parseJson<T | undefined>(text, undefined);
  return {
    id: row.id,
    hash: row.hash,
    key: row.key,
    pipelineId: row.pipeline_id,
    ...(row.lane_id !== null && { laneId: row.lane_id }),
    active: Boolean(row.active),
    createdAt: Number(row.created_at),
    derived,
    pipelineKey: row.pipelineKey ?? '',
    trigger: read<RunTrigger>(row.trigger) ?? { kind: 'unknown' },
    commit: read<RunCommit>(row.commit),
    artifacts: read<RunFact['artifacts']>(row.artifacts) ?? [],
    chain: read<RunFact['chain']>(row.chain),
    labels: read<RunFact['labels']>(row.labels),
    url: row.url ?? undefined,
    number: row.number === null ? undefined : Number(row.number),
  };
}
