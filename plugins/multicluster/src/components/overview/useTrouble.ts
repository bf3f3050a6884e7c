import { WorkloadRow } from '@fairway/backstage-plugin-multicluster-common';
import {
  LiveSnapshot,
  useWorkloads,
  UseWorkloadsRequest,
} from '@fairway/backstage-plugin-multicluster-react';

const NOT_WELL = '!status:converged,progressing';
const SHOWN = 6;

/** Whose workloads are looked at; undefined while that is not known yet. */
export type TroubleScope =
  | Pick<UseWorkloadsRequest, 'ownedBy' | 'entityRefs'>
  | undefined;

/** What is wrong among some workloads. */
export interface TroubleResult extends LiveSnapshot<unknown> {
  /** Those that need a look, as far as they were read. */
  rows: WorkloadRow[];
  /** How many need a look. */
  count: number;
  /** How many there are, the well ones included. */
  total: number;
  /** False: not everything could be read, so "all is well" must not be said. */
  complete: boolean;
  loadMore?(): void;
  refresh(): void;
}

/** Looks at what is wrong among the workloads of some owners or entities. */
export function useTrouble(scope: TroubleScope): TroubleResult {
  const wrong = useWorkloads(
    scope && { ...scope, filter: NOT_WELL, limit: SHOWN },
  );
  const all = useWorkloads(scope && { ...scope, limit: 1 });
  const failed = [wrong, all].find(({ status }) => status === 'error');
  const loading = !wrong.data || !all.data;
  const coverage = all.data?.coverage;
  return {
    status: failed?.status ?? (loading ? 'loading' : wrong.status),
    error: failed?.error ?? wrong.error,
    data: loading ? undefined : wrong.data,
    observedAt: wrong.observedAt,
    checkedAt: wrong.checkedAt,
    rows: wrong.items,
    count: wrong.data?.total ?? 0,
    total: all.data?.total ?? 0,
    complete:
      !!coverage &&
      coverage.problems.length === 0 &&
      coverage.total !== null &&
      coverage.seen >= coverage.total,
    loadMore: wrong.hasMore && !wrong.loadingMore ? wrong.loadMore : undefined,
    refresh: () => {
      wrong.refresh();
      all.refresh();
    },
  };
}
