import {
  EntityWorkload,
  placementSeverity,
  ReplicaCounts,
} from '@fairway/backstage-plugin-multicluster-common';
import { ClusterRow, RowPart } from './ClusterRow';
import { isCalm } from './severity';

/**
 * One row for each cluster any of the workloads is on. A cluster is what one control plane calls by a name: the same name
 * at two control planes is two rows.
 *
 * @internal
 */
export function clusterRowsOf(workloads: EntityWorkload[]): ClusterRow[] {
  const parts = new Map<string, { controlPlane: string; parts: RowPart[] }>();
  for (const workload of workloads) {
    const { controlPlane, id, kind, name } = workload;
    for (const target of workload.placement?.targets ?? []) {
      const key = JSON.stringify([controlPlane, target.cluster]);
      const entry = parts.get(key) ?? { controlPlane, parts: [] };
      entry.parts.push({ workloadId: id, kind, name, target });
      parts.set(key, entry);
    }
  }
  return [...parts].map(([key, entry]) =>
    rowOf(key, entry.controlPlane, entry.parts),
  );
}

function rowOf(
  key: string,
  controlPlane: string,
  unordered: RowPart[],
): ClusterRow {
  const parts = [...unordered].sort(
    (a, b) =>
      placementSeverity(a.target.state) - placementSeverity(b.target.state),
  );
  const { cluster, region, environment, state } = parts[0].target;
  const same = parts.filter(part => part.target.state === state);
  const sinces = same
    .map(part => part.target)
    .sort((a, b) => a.since.localeCompare(b.since));
  // Trouble counts from when it began, calm from when the last of them came to it.
  const decisive = isCalm(state) ? sinces[sinces.length - 1] : sinces[0];
  const lastKnown = parts.find(
    part => part.target.freshness.state === 'last-known',
  );
  const withImages = parts.filter(
    part => part.target.versions.length > 0 || runsPods(part),
  );
  const vague = withImages.find(
    part => part.target.versionKnowledge !== 'known',
  );
  return {
    key,
    controlPlane,
    cluster,
    region,
    environment,
    state,
    since: lastKnown?.target.freshness.since ?? decisive.since,
    sinceAtLeast: !lastKnown?.target.freshness.since && decisive.sinceAtLeast,
    lastKnown: lastKnown !== undefined,
    remarkable: lastKnown !== undefined || !isCalm(state),
    reason: lastKnown?.target.freshness.reason,
    replicas: addReplicas(parts.map(part => part.target.replicas)),
    versions: withImages.flatMap(part => part.target.versions),
    versionKnowledge: vague?.target.versionKnowledge ?? 'known',
    parts,
  };
}

function runsPods(part: RowPart): boolean {
  const { desired, ready } = part.target.replicas;
  return desired !== undefined || ready !== undefined;
}

/**
 * Adds counts up; one that nobody reports stays absent, since absent is not zero. Copies where none are wanted any more,
 * on their way out, count only where there are no others: they would read as more ready than wanted.
 *
 * @internal
 */
export function addReplicas(counts: ReplicaCounts[]): ReplicaCounts {
  const wanted = counts.filter(count => count.desired !== undefined);
  const total: ReplicaCounts = {};
  for (const count of wanted.length > 0 ? wanted : counts) {
    for (const key of ['desired', 'ready', 'updated', 'available'] as const) {
      const value = count[key];
      if (value !== undefined) {
        total[key] = (total[key] ?? 0) + value;
      }
    }
  }
  return total;
}
