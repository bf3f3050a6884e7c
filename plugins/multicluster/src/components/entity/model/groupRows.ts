import { ReplicaCounts } from '@fairway/backstage-plugin-multicluster-common';
import { ClusterRow } from './ClusterRow';
import { addReplicas } from './clusterRowsOf';
import { severity } from './severity';

/** Clusters of one environment or region. @internal */
export interface RowGroup {
  key: string;
  by: 'environment' | 'region' | 'none';
  /** Absent: the clusters that state none, or all of them where none does. */
  title?: string;
  /** Regions of the clusters of an environment. */
  regions: string[];
  /** Of the clusters that confirm them; what is last known is no proof, and not counted. */
  replicas: ReplicaCounts;
  /** Of the others, as they last reported. */
  lastReported: ReplicaCounts;
  rows: ClusterRow[];
}

/** Beyond this many rows trouble comes first; up to it rows keep their place while their states change. */
const AT_A_GLANCE = 6;

const ENVIRONMENT_ORDER = [
  /^prod/i,
  /^(stag|pre|uat)/i,
  /^(test|qa|int)/i,
  /^dev/i,
];

/**
 * Clusters by environment where any states one, else by region where any states one, else all together.
 *
 * @internal
 */
export function groupRows(rows: ClusterRow[]): RowGroup[] {
  const by = groupedBy(rows);
  const groups = new Map<string | undefined, ClusterRow[]>();
  for (const row of rows) {
    const title = by === 'none' ? undefined : row[by];
    groups.set(title, [...(groups.get(title) ?? []), row]);
  }
  return [...groups]
    .sort(([a], [b]) => compareTitles(a, b))
    .map(([title, members]) => ({
      key: `${by}:${title ?? ''}`,
      by,
      title,
      regions:
        by === 'environment'
          ? [...new Set(members.flatMap(row => row.region ?? []))].sort()
          : [],
      replicas: countsOf(members.filter(row => !row.lastKnown)),
      lastReported: countsOf(members.filter(row => row.lastKnown)),
      rows: orderRows(members),
    }));
}

function countsOf(rows: ClusterRow[]): ReplicaCounts {
  return addReplicas(rows.map(row => row.replicas));
}

function groupedBy(rows: ClusterRow[]): RowGroup['by'] {
  if (rows.some(row => row.environment)) {
    return 'environment';
  }
  return rows.some(row => row.region) ? 'region' : 'none';
}

function compareTitles(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) {
    return Number(a === undefined) - Number(b === undefined);
  }
  return environmentRank(a) - environmentRank(b) || a.localeCompare(b);
}

function environmentRank(title: string): number {
  const index = ENVIRONMENT_ORDER.findIndex(pattern => pattern.test(title));
  return index < 0 ? ENVIRONMENT_ORDER.length : index;
}

function orderRows(rows: ClusterRow[]): ClusterRow[] {
  const byName = (a: ClusterRow, b: ClusterRow) =>
    a.cluster.localeCompare(b.cluster, undefined, { numeric: true }) ||
    a.key.localeCompare(b.key);
  return [...rows].sort((a, b) =>
    rows.length > AT_A_GLANCE
      ? severity(a.state) - severity(b.state) ||
        Number(b.lastKnown) - Number(a.lastKnown) ||
        byName(a, b)
      : byName(a, b),
  );
}
