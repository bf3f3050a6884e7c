import {
  placementSeverity,
  ReplicaCounts,
} from '@fairway/backstage-plugin-multicluster-common';
import { ClusterRow } from './ClusterRow';
import { addReplicas } from './clusterRowsOf';

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

/**
 * Clusters by environment where any states one, else by region where any states one, else all together.
 *
 * @param environments - names of environments in the order that the platform gave them
 *
 * @internal
 */
export function groupRows(
  rows: ClusterRow[],
  environments: readonly string[] = [],
): RowGroup[] {
  const by = groupedBy(rows);
  const groups = new Map<string | undefined, ClusterRow[]>();
  for (const row of rows) {
    const title = by === 'none' ? undefined : row[by];
    groups.set(title, [...(groups.get(title) ?? []), row]);
  }
  return [...groups]
    .sort(([a], [b]) =>
      compareTitles(a, b, by === 'environment' ? environments : []),
    )
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

function compareTitles(
  a: string | undefined,
  b: string | undefined,
  order: readonly string[],
): number {
  if (a === undefined || b === undefined) {
    return Number(a === undefined) - Number(b === undefined);
  }
  const rank = (title: string) => {
    const index = order.indexOf(title);
    return index < 0 ? order.length : index;
  };
  return rank(a) - rank(b) || a.localeCompare(b);
}

function orderRows(rows: ClusterRow[]): ClusterRow[] {
  const byName = (a: ClusterRow, b: ClusterRow) =>
    a.cluster.localeCompare(b.cluster, undefined, { numeric: true }) ||
    a.key.localeCompare(b.key);
  return [...rows].sort((a, b) =>
    rows.length > AT_A_GLANCE
      ? placementSeverity(a.state) - placementSeverity(b.state) ||
        Number(b.lastKnown) - Number(a.lastKnown) ||
        byName(a, b)
      : byName(a, b),
  );
}
