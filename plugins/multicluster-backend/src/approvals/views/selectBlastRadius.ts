import { BlastRadius } from '@fairway/backstage-plugin-multicluster-common';
import { Knex } from 'knex';
import { inList } from '../../inventory/sql/inList';
import { jsonText } from '../../util/jsonText';
import { RequestRecord } from '../model/RequestRecord';

interface Row {
  entity_ref: string;
  source: string;
  cluster: string;
  region: string | null;
  workload: number;
  replicas: number | string | null;
  pods: number | string | null;
}

/**
 * What decisions reach: of the confirmed workloads of their entities, what is on the clusters that the subject names. Where it
 * names none that is known, nothing is claimed.
 */
export async function selectBlastRadius(
  knex: Knex,
  requests: RequestRecord[],
): Promise<(request: RequestRecord) => BlastRadius | undefined> {
  const refs = new Set(requests.flatMap(confirmedOf));
  const clusters = new Set(requests.flatMap(clustersOf));
  const rows =
    refs.size > 0 && clusters.size > 0
      ? await selectReached(knex, refs, clusters)
      : [];
  return request => {
    const own = new Set(confirmedOf(request));
    const named = new Set(clustersOf(request));
    return radiusOf(
      rows.filter(
        row =>
          own.has(row.entity_ref) &&
          named.has(row.cluster) &&
          // Clusters of several control planes may have one name; a lane is of one of them.
          (request.kind !== 'lane' || row.source === request.source),
      ),
    );
  };
}

function confirmedOf({ entities }: RequestRecord): string[] {
  return entities
    .filter(({ confirmed }) => confirmed)
    .map(({ entityRef }) => entityRef);
}

function clustersOf({ subject }: RequestRecord): string[] {
  return subject.lane?.clusters ?? subject.targets ?? [];
}

async function selectReached(
  knex: Knex,
  refs: Set<string>,
  clusters: Set<string>,
): Promise<Row[]> {
  return knex('entity_match as m')
    .join('inventory_placement as p', 'p.workload_id', 'm.workload_id')
    .join('inventory_target as t', 't.placement_id', 'p.id')
    .join('inventory_cluster as c', 'c.id', 't.cluster_id')
    .join('inventory_source as s', 's.id', 'c.source_id')
    .where(inList(knex, 'm.entity_ref', refs, 'text'))
    .where('m.confirmed', true)
    .where(inList(knex, 'c.name', clusters, 'text'))
    .select(
      'm.entity_ref',
      's.name as source',
      'c.name as cluster',
      'c.region',
      'm.workload_id as workload',
      knex.raw('? as replicas', [
        jsonText(knex, 't.derived', 'replicas', 'desired'),
      ]),
      knex.raw('? as pods', [
        jsonText(knex, 'c.fact', 'capacity', 'allocatable', 'pods'),
      ]),
    );
}

function radiusOf(rows: Row[]): BlastRadius | undefined {
  if (rows.length === 0) {
    return undefined;
  }
  // A workload that belongs to two entities of the request is there once.
  const targets = [
    ...new Map(
      rows.map(row => [`${row.workload}\n${keyOf(row)}`, row]),
    ).values(),
  ];
  const clusters = [...new Map(targets.map(row => [keyOf(row), row])).values()];
  const replicas = sumOf(targets.map(row => row.replicas));
  const pods = sumOf(clusters.map(row => row.pods));
  return {
    clusters: [...new Set(clusters.map(row => row.cluster))].sort(),
    regions: [
      ...new Set(clusters.flatMap(row => (row.region ? [row.region] : []))),
    ].sort(),
    workloads: new Set(targets.map(row => row.workload)).size,
    ...(replicas !== undefined && { replicas }),
    ...(replicas !== undefined &&
      pods !== undefined &&
      pods > 0 && { capacityShare: Math.min(1, replicas / pods) }),
  };
}

function keyOf({ source, cluster }: Row): string {
  return `${source}\n${cluster}`;
}

/** Undefined when any of them is not known: part of a sum is no sum. */
function sumOf(values: Array<number | string | null>): number | undefined {
  return values.every(value => value !== null)
    ? values.reduce<number>((sum, value) => sum + Number(value), 0)
    : undefined;
}
