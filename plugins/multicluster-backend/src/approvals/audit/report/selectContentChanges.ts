import { Knex } from 'knex';
import { inList } from '../../../inventory/sql/inList';
import { jsonText } from '../../../util/jsonText';
import { parseJson } from '../../../util/parseJson';
import { Environments } from '../../../views/platform/Environments';
import { ContentChange } from './ContentChange';

/** Values of a version that say that nobody knows it: no change of content is seen in them. */
const UNKNOWN = ['unknown', 'overridden', ''];

interface Row {
  id: number | string;
  at: number | string;
  source: string;
  cluster: string;
  kind: string;
  namespace: string;
  name: string;
  labels: string | null;
  cluster_labels: string | null;
  from_value: string | null;
  to_value: string;
  known: string | null;
  /** A transition before it. */
  earlier: number | string | null;
  workload_id: number;
  policy_key: string | null;
}

/** Changes of the versions that clusters run, newest first; those before `before`, at most `limit`. */
export async function selectContentChanges(
  knex: Knex,
  environments: Environments,
  period: { from: number; to: number; before?: [at: number, id: number] },
  limit: number,
): Promise<ContentChange[]> {
  const known = knownBefore(knex);
  const query = knex('inventory_transition as t')
    .join('inventory_placement as p', 'p.id', 't.subject_id')
    .join('inventory_workload as w', 'w.id', 'p.workload_id')
    .join('inventory_source as s', 's.id', 't.source_id')
    .leftJoin('inventory_cluster as c', join =>
      join
        .on('c.source_id', 't.source_id')
        .andOn(knex.raw('?? = ??', ['c.name', 't.subject'])),
    )
    .leftJoin('inventory_policy as l', join =>
      join
        .on('l.source_id', 'p.source_id')
        .andOn(knex.raw('?? = ??', ['l.policy_id', 'p.policy_id'])),
    )
    .where({ 't.subject_type': 'placement', 't.field': 'version' })
    .whereNotIn('t.to_value', UNKNOWN)
    // Known, not known while it rolls out, and known again is no change.
    .whereRaw('coalesce((?), ?) <> ??', [known, '', 't.to_value'])
    .where('t.at', '>=', period.from)
    .where('t.at', '<', period.to)
    .orderBy([
      { column: 't.at', order: 'desc' },
      { column: 't.id', order: 'desc' },
    ])
    .limit(limit)
    .select(
      't.id',
      't.at',
      's.name as source',
      't.subject as cluster',
      'w.kind',
      'w.namespace',
      'w.name',
      't.from_value',
      't.to_value',
      'p.workload_id',
      'l.key as policy_key',
      knex.raw('(?) as known', [known]),
      knex.raw('(?) as earlier', [earlierOnes(knex).limit(1).select('k.id')]),
      knex.raw('? as labels', [jsonText(knex, 'w.fact', 'labels')]),
      knex.raw('? as cluster_labels', [jsonText(knex, 'c.fact', 'labels')]),
    );
  if (period.before) {
    const [at, id] = period.before;
    query.where(before =>
      before
        .where('t.at', '<', at)
        .orWhere(same => same.where('t.at', at).where('t.id', '<', id)),
    );
  }
  const rows: Row[] = await query;
  const owners = await selectOwners(
    knex,
    rows.map(row => row.workload_id),
  );
  return rows.map(row => toChange(row, environments, owners));
}

/**
 * The last version that was known of what a transition is of, before it. A first sync writes no transitions: what ran then stands in
 * the first one alone, as what it came from.
 */
function knownBefore(knex: Knex): Knex.QueryBuilder {
  const unknown = UNKNOWN.map(() => '?').join(', ');
  return earlierOnes(knex)
    .where(known =>
      known
        .whereNotIn('k.to_value', UNKNOWN)
        .orWhereNotIn('k.from_value', UNKNOWN),
    )
    .orderBy('k.id', 'desc')
    .limit(1)
    .select(
      knex.raw(
        `case when k.to_value in (${unknown}) then k.from_value else k.to_value end`,
        UNKNOWN,
      ),
    );
}

/** Transitions of the same, before one. */
function earlierOnes(knex: Knex): Knex.QueryBuilder {
  return knex('inventory_transition as k')
    .where({ 'k.subject_type': 'placement', 'k.field': 'version' })
    .whereRaw('?? = ??', ['k.subject_id', 't.subject_id'])
    .whereRaw('?? = ??', ['k.subject', 't.subject'])
    .whereRaw('?? < ??', ['k.id', 't.id']);
}

async function selectOwners(
  knex: Knex,
  workloadIds: number[],
): Promise<Map<number, string[]>> {
  const owners = new Map<number, string[]>();
  if (workloadIds.length === 0) {
    return owners;
  }
  const rows = await knex('entity_match')
    .where(inList(knex, 'workload_id', [...new Set(workloadIds)], 'integer'))
    .where('confirmed', true)
    .orderBy('entity_ref')
    .select('workload_id', 'entity_ref');
  for (const { workload_id: id, entity_ref: ref } of rows) {
    owners.set(id, [...(owners.get(id) ?? []), ref]);
  }
  return owners;
}

function toChange(
  row: Row,
  environments: Environments,
  owners: Map<number, string[]>,
): ContentChange {
  const environment = environments.ofTarget({
    cluster: {
      controlPlane: row.source,
      name: row.cluster,
      labels: parseJson<Record<string, string>>(row.cluster_labels, {}),
    },
    workload: {
      namespace: row.namespace,
      labels: parseJson<Record<string, string>>(row.labels, {}),
    },
  });
  return {
    id: Number(row.id),
    at: Number(row.at),
    source: row.source,
    cluster: row.cluster,
    subject: `${row.kind} ${row.namespace}/${row.name}`,
    ...fromOf(row),
    to: row.to_value,
    // Not where it was seen to come, or an override hid it: there the portal did observe.
    ...(row.from_value === 'unknown' &&
      row.earlier === null && { firstKnown: true as const }),
    ...(environment && { environment }),
    entityRefs: owners.get(row.workload_id) ?? [],
    ...(row.policy_key !== null && { policyKey: row.policy_key }),
  };
}

/** What ran before: as the change says it, else what was last known. */
function fromOf({ from_value: from, known }: Row): { from?: string } {
  const value = from === null || UNKNOWN.includes(from) ? known : from;
  return value === null ? {} : { from: value };
}
