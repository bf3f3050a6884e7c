import { WorkloadRow } from '@fairway/backstage-plugin-multicluster-common';
import {
  LiveSnapshot,
  useWorkloads,
  UseWorkloadsRequest,
} from '@fairway/backstage-plugin-multicluster-react';
import { useMemo } from 'react';
import { troubleOf } from './troubleOf';

/** Most rows one answer holds. Lists are worst first, so what is cut off is better than what is shown. */
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

/** Looks at what is wrong among the workloads of some owners or entities. */
export function useTrouble(scope: TroubleScope): TroubleResult {
  const all = useWorkloads(scope && { ...scope, limit: MOST });
  const rows = useMemo(() => troubleOf(all.items), [all.items]);
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
      coverage.seen >= coverage.total,
    refresh: all.refresh,
  };
}
