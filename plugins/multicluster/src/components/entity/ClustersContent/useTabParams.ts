import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** What the drawer shows of a workload. @internal */
export const detailViews = [
  'pods',
  'events',
  'logs',
  'rendered',
  'history',
] as const;

/** {@inheritDoc detailViews} @internal */
export type DetailView = (typeof detailViews)[number];

/** What the drawer is about. @internal */
export interface DetailSelection {
  workload: string;
  cluster?: string;
  view: DetailView;
  /** Where the pod of the log is, while the drawer is about all clusters. */
  logCluster?: string;
  pod?: string;
  container?: string;
}

/** What of the tab is in the address, so that a link leads back to it. @internal */
export interface TabParams {
  filter: string;
  wrongOnly: boolean;
  selection?: DetailSelection;
  setFilter(filter: string): void;
  setWrongOnly(wrongOnly: boolean): void;
  /** Undefined closes the drawer. */
  select(selection: DetailSelection | undefined): void;
}

const SELECTION_KEYS = [
  'workload',
  'cluster',
  'view',
  'logCluster',
  'pod',
  'container',
] as const;

/** Reads and writes the part of the address that belongs to the tab; what else is in it stays. @internal */
export function useTabParams(): TabParams {
  const [params, setParams] = useSearchParams();
  const update = useCallback(
    (values: Record<string, string | undefined>, replace: boolean) =>
      setParams(
        before => {
          const after = new URLSearchParams(before);
          for (const [key, value] of Object.entries(values)) {
            if (value) {
              after.set(key, value);
            } else {
              after.delete(key);
            }
          }
          return after;
        },
        { replace },
      ),
    [setParams],
  );
  const select = useCallback(
    (selection: DetailSelection | undefined) =>
      update(
        Object.fromEntries(SELECTION_KEYS.map(key => [key, selection?.[key]])),
        false,
      ),
    [update],
  );
  return useMemo(
    () => ({
      filter: params.get('q') ?? '',
      wrongOnly: params.has('wrong'),
      selection: selectionOf(params),
      // A history entry for every letter typed would take the back button away.
      setFilter: filter => update({ q: filter }, true),
      setWrongOnly: wrongOnly =>
        update({ wrong: wrongOnly ? '1' : undefined }, true),
      select,
    }),
    [params, update, select],
  );
}

function selectionOf(params: URLSearchParams): DetailSelection | undefined {
  const workload = params.get('workload');
  if (!workload) {
    return undefined;
  }
  const view = detailViews.find(name => name === params.get('view')) ?? 'pods';
  return {
    workload,
    view,
    cluster: params.get('cluster') ?? undefined,
    logCluster: params.get('logCluster') ?? undefined,
    pod: params.get('pod') ?? undefined,
    container: params.get('container') ?? undefined,
  };
}
