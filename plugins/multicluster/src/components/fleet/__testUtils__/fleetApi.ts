import {
  ClusterImpact,
  ClusterSummary,
  MulticlusterApi,
  parseFilter,
  WorkloadRow,
} from '@fairway/backstage-plugin-multicluster-common';
import { fakeApi } from '../../../__testUtils__/fakeApi';
import { fleetOf, fullCoverage } from './fleetOf';
import { impactOf } from './impactOf';
import { sourcesOf } from './sourcesOf';
import { workloadOf } from './workloadOf';
import { clusterOf, minutesAgo } from './worldOf';

/** A made-up back end: as many clusters and workloads as asked for, with pages and the simplest of filters. */
export function fleetApi(size: {
  clusters: number;
  workloads?: number;
  impact?: number;
  answers?: Partial<MulticlusterApi>;
}): MulticlusterApi {
  const { workloads = 300, impact = 240, answers } = size;
  const clusters = Array.from({ length: size.clusters }, (_, i) =>
    clusterOf(i),
  );
  const rows = Array.from({ length: workloads }, (_, i) => workloadOf(i));
  const lost = Array.from({ length: impact }, (_, i) => impactOf(i, impact));
  const meta = () => ({ revision: '1', observedAt: minutesAgo(0) });
  return fakeApi<MulticlusterApi>({
    getFleet: async () => fleetOf(clusters),
    listClusters: async request => {
      const found = clusters.filter(cluster =>
        matches(cluster, request.filter),
      );
      return {
        ...meta(),
        ...page(found, request),
        coverage: fullCoverage(clusters.length),
      };
    },
    listWorkloads: async request => {
      const found = rows.filter(row => matches(row, request.filter));
      return {
        ...meta(),
        ...page(found, request),
        total: found.length,
        coverage: fullCoverage(rows.length),
      };
    },
    getCluster: async ({ name, controlPlane: _, ...request }) => {
      const { items, nextCursor } = page(lost, request);
      return {
        ...meta(),
        cluster: clusters.find(cluster => cluster.name === name)!,
        impact: items,
        impactTotal: lost.length,
        nextCursor,
        coverage: fullCoverage(1),
      };
    },
    getSources: async () => sourcesOf(),
    ...answers,
  });
}

function page<T>(
  all: T[],
  request: { cursor?: string; limit?: number },
): { items: T[]; nextCursor?: string } {
  const start = Number(request.cursor ?? 0);
  const end = start + (request.limit ?? 50);
  return {
    items: all.slice(start, end),
    nextCursor: end < all.length ? String(end) : undefined,
  };
}

function matches(
  item: ClusterSummary | WorkloadRow | ClusterImpact,
  filter = '',
): boolean {
  const words = JSON.stringify(item).toLowerCase();
  return parseFilter(filter).terms.every(({ values, negated }) => {
    const found = values.some(({ text }) =>
      words.includes(`"${text.replace('*', '').toLowerCase()}`),
    );
    return found !== negated;
  });
}
