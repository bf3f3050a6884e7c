import { useApi } from '@backstage/core-plugin-api';
import {
  MulticlusterApi,
  MulticlusterRequestOptions,
  NotModified,
} from '@fairway/backstage-plugin-multicluster-common';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { multiclusterApiRef } from '../api';
import { isLost } from './isLost';
import { LiveResult } from './LiveResult';
import { ListPage, ListPages, readPages } from './readPages';
import { useLiveViewOf } from './useLiveViewOf';

/**
 * A list that is read page by page.
 *
 * @public
 */
export interface PagedResult<P, I> extends LiveResult<P> {
  /** Items of all pages read so far. `data` is the first page, with the totals. */
  items: I[];
  hasMore: boolean;
  loadingMore: boolean;
  loadMore(): void;
}

/**
 * Looks at the first pages of a list of what is observed, one more with each `loadMore`.
 *
 * @internal
 */
export function usePagedView<
  I,
  P extends ListPage & { items: I[]; observedAt?: string },
>(key: string | undefined, ask: Ask<MulticlusterApi, P>): PagedResult<P, I> {
  return usePagedViewOf<MulticlusterApi, I, P>(
    useApi(multiclusterApiRef),
    key,
    ask,
  );
}

type Ask<A, P> = (
  api: A,
  cursor: string | undefined,
  options: MulticlusterRequestOptions,
) => Promise<P | NotModified>;

/**
 * The same of any API.
 *
 * @internal
 */
export function usePagedViewOf<
  A extends object,
  I,
  P extends ListPage & { items: I[]; observedAt?: string },
>(api: A, key: string | undefined, ask: Ask<A, P>): PagedResult<P, I> {
  const [wanted, setWanted] = useState({ key, count: 1 });
  const count = wanted.key === key ? wanted.count : 1;
  // Each count is a view of its own; until it has answered, the pages read so far stay on the screen.
  const last = useRef<{ key?: string; pages?: ListPages<P> }>({});
  const sofar = last.current.key === key ? last.current.pages : undefined;
  const view = useLiveViewOf<A, ListPages<P>>(
    api,
    key === undefined ? undefined : `${key}#${count}`,
    (from, previous, signal) =>
      readPages(
        previous ?? sofar,
        count,
        signal,
        (cursor, options) => ask(from, cursor, options),
        previous ? 0 : count,
      ),
  );
  const shown = view.data ?? (isLost(view.error) ? undefined : sofar);
  useEffect(() => {
    last.current = { key, pages: shown };
  }, [key, shown]);
  const loadMore = useCallback(
    () => setWanted({ key, count: count + 1 }),
    [key, count],
  );
  return useMemo(() => {
    const pages = shown?.pages ?? [];
    const { data, ...rest } = view;
    return {
      ...rest,
      status: data || !shown || rest.status === 'error' ? rest.status : 'fresh',
      data: pages[0],
      items: pages.flatMap(page => page.items),
      hasMore: pages[pages.length - 1]?.nextCursor !== undefined,
      loadingMore: data === undefined && shown !== undefined,
      loadMore,
    };
  }, [view, shown, loadMore]);
}
