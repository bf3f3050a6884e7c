import { WorkloadRow } from '@fairway/backstage-plugin-multicluster-common';
import {
  LiveSnapshot,
  useWorkloads,
  UseWorkloadsRequest,
} from '@fairway/backstage-plugin-multicluster-react';
import { useMemo } from 'react';
import { troubleOf } from './troubleOf';

/** More than a card shows at first, few enough that a card costs little. */
const ASKED = 100;

/** Whose workloads are looked at; undefined while that is not known yet. */
export type TroubleScope =
  | Pick<UseWorkloadsRequest, 'ownedBy' | 'entityRefs'>
  | undefined;

/** Why it is not known whose workloads to look at, and how to ask again. */
export interface UnknownScope {
  error?: Error;
  retry(): void;
}

/** What is wrong among some workloads. */
export interface TroubleResult extends LiveSnapshot<unknown> {
  /** Those that need a look, most urgent first. */
  rows: WorkloadRow[];
  /** There are more of them than `rows`, which nobody counted; `loadMore` reads on. */
  more: boolean;
  /** How many there are, the well ones included. */
  total: number;
  /** False: not everything could be read, so "all is well" must not be said. */
  complete: boolean;
  refresh(): void;
  loadMore(): void;
}

/** Looks at what is wrong among the workloads of some owners or entities. */
export function useTrouble(
  scope: TroubleScope,
  unknown?: UnknownScope,
): TroubleResult {
  const { items, hasMore, ...all } = useWorkloads(
    scope && { ...scope, limit: ASKED },
  );
  const rows = useMemo(() => troubleOf(items), [items]);
  // Lists are worst first: one that ends with trouble has more of it behind, one that does not has shown it all.
  const last = items[items.length - 1];
  const coverage = all.data?.coverage;
  return {
    ...all,
    rows,
    more: hasMore && rows.some(({ id }) => id === last?.id),
    total: all.data?.total ?? 0,
    complete:
      !!coverage &&
      coverage.problems.length === 0 &&
      coverage.total !== null &&
      coverage.seen >= coverage.total,
    ...(unknown?.error && {
      status: 'error',
      error: unknown.error,
      data: undefined,
      refresh: unknown.retry,
    }),
  };
}
