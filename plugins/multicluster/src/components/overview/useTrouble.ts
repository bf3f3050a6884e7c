import { WorkloadRow } from '@fairway/backstage-plugin-multicluster-common';
import {
  LiveSnapshot,
  useWorkloads,
  UseWorkloadsRequest,
} from '@fairway/backstage-plugin-multicluster-react';
import { useMemo } from 'react';
import { troubleOf } from './troubleOf';

const NOT_WELL = '!status:converged,progressing';
/** Most rows one answer holds. */
const MOST = 500;

/** Whose workloads are looked at; undefined while that is not known yet. */
export type TroubleScope =
  | Pick<UseWorkloadsRequest, 'ownedBy' | 'entityRefs'>
  | undefined;

/** What is wrong among some workloads. */
export interface TroubleResult extends LiveSnapshot<unknown> {
  /** Those that need a look, most urgent first. */
  rows: WorkloadRow[];
  /** How many there are, the well ones included. */
  total: number;
  /** False: not everything could be read, so "all is well" must not be said. */
  complete: boolean;
  refresh(): void;
}

/**
 * Looks at what is wrong among the workloads of some owners or entities. Owners of more workloads than one answer holds are
 * asked about again with a filter, which misses copies on lost clusters of those that were not in the first answer.
 */
export function useTrouble(scope: TroubleScope): TroubleResult {
  const all = useWorkloads(scope && { ...scope, limit: MOST });
  const rest = useWorkloads(
    scope && all.hasMore
      ? { ...scope, filter: NOT_WELL, limit: MOST }
      : undefined,
  );
  const rows = useMemo(
    () => troubleOf([...all.items, ...rest.items]),
    [all.items, rest.items],
  );
  const coverage = all.data?.coverage;
  return {
    status: all.status,
    error: all.error,
    data: all.data,
    observedAt: all.observedAt,
    checkedAt: all.checkedAt,
    rows,
    total: all.data?.total ?? 0,
    complete:
      !!coverage &&
      coverage.problems.length === 0 &&
      coverage.total !== null &&
      coverage.seen >= coverage.total &&
      (!all.hasMore || rest.data !== undefined),
    refresh: all.refresh,
  };
}
