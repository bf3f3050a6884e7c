import { Knex } from 'knex';
import { inList } from '../../../inventory/sql/inList';
import { jsonText } from '../../../util/jsonText';
import { parseJson } from '../../../util/parseJson';
import { Environments } from '../../../views/platform/Environments';
import { ContentChange } from './ContentChange';
import { earlierTransitions } from './earlierTransitions';
import { OVERRIDDEN } from './OVERRIDDEN';
import { UNKNOWN_VERSIONS } from './UNKNOWN_VERSIONS';

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
  field: 'version' | 'content';
  cause: string | null;
  version: string | null;
  earlier_at: number | string | null;
  workload_id: number;
  policy_key: string | null;
}

/**
 * Changes of what clusters run, newest first; those before `before`, at most `limit`: of versions, and of what changed while the
 * version stayed. A change of both is stored, and told, as one of the version.
 */
export async function selectContentChanges(
  knex: Knex,
  environments: Environments,
  period: { from: number; to: number; before?: [at: number, id: number] },
  limit: number,
): Promise<ContentChange[]> {
  const known = earlierTransitions.known(knex, 't');
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
    .where('t.subject_type', 'placement')
    .where(earlierTransitions.isChange(knex, 't'))
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
      't.field',
      't.cause',
      't.version',
      'p.workload_id',
      'l.key as policy_key',
      knex.raw('(?) as known', [known]),
      knex.raw('(?) as earlier', [
        earlierTransitions.ofVersion(knex, 't').limit(1).select('k.id'),
      ]),
      knex.raw('case when ?? = ? then (?) end as earlier_at', [
        't.field',
        'content',
        earlierTransitions.change(knex),
      ]),
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
    ...(row.field === 'content' ? contentOf(row) : versionsOf(row)),
    ...(environment && { environment }),
    entityRefs: owners.get(row.workload_id) ?? [],
    ...(row.policy_key !== null && { policyKey: row.policy_key }),
  };
}

function versionsOf(
  row: Row,
): Pick<ContentChange, 'from' | 'to' | 'firstKnown'> {
  return {
    ...fromOf(row),
    to: row.to_value,
    // Not where it was seen to come, or an override hid it: there the portal did observe.
    ...(row.from_value === 'unknown' &&
      row.earlier === null && { firstKnown: true as const }),
  };
}

function contentOf({
  cause,
  version,
  earlier_at: earlierAt,
}: Row): Pick<ContentChange, 'from' | 'to' | 'beside' | 'earlierAt'> {
  const runs = version ?? OVERRIDDEN;
  return {
    from: runs,
    to: runs,
    beside: (cause ?? 'settings') as ContentChange['beside'],
    ...(earlierAt !== null && { earlierAt: Number(earlierAt) }),
  };
}

/** What ran before: as the change says it, else what was last known. */
function fromOf({ from_value: from, known }: Row): { from?: string } {
  const value = from === null || UNKNOWN_VERSIONS.includes(from) ? known : from;
  return value === null ? {} : { from: value };
}
