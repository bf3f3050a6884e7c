import { TestApiProvider } from '@backstage/test-utils';
import {
  MulticlusterApi,
  WorkloadList,
} from '@fairway/backstage-plugin-multicluster-common';
import { act, renderHook, waitFor } from '@testing-library/react';
import { ReactNode } from 'react';
import { multiclusterApiRef } from '../api';
import { useWorkloads } from '../hooks';

const PAGES = 12;

/** Lists with one row on each page, and what it was asked for. */
function pagedApi() {
  const asked: Array<string | undefined> = [];
  const answers: { statusCode?: number } = {};
  const listWorkloads = async ({ cursor }: { cursor?: string }) => {
    asked.push(cursor);
    if (answers.statusCode) {
      throw Object.assign(new Error('no'), answers);
    }
    const page = Number(cursor ?? 0);
    return {
      revision: `r${page}`,
      items: [{ id: `w${page}` }],
      total: PAGES,
      nextCursor: page + 1 < PAGES ? String(page + 1) : undefined,
      coverage: { seen: PAGES, total: PAGES, stale: 0, problems: [] },
    } as unknown as WorkloadList;
  };
  return {
    asked,
    answers,
    api: { listWorkloads } as unknown as MulticlusterApi,
  };
}

function show(api: MulticlusterApi) {
  const wrapper = (props: { children: ReactNode }) => (
    <TestApiProvider apis={[[multiclusterApiRef, api]]}>
      {props.children}
    </TestApiProvider>
  );
  return renderHook(() => useWorkloads({ limit: 1 }), { wrapper }).result;
}

describe('usePagedView', () => {
  it('asks for each page once while somebody scrolls to the end', async () => {
    const { asked, api } = pagedApi();
    const list = show(api);
    for (let page = 1; page < PAGES; page++) {
      await waitFor(() => expect(list.current.items).toHaveLength(page));
      act(() => list.current.loadMore());
    }
    await waitFor(() => expect(list.current.items).toHaveLength(PAGES));
    expect(list.current.hasMore).toBe(false);
    expect(asked).toHaveLength(PAGES);
  });

  it('looks at all pages that are shown when it is refreshed', async () => {
    const { asked, api } = pagedApi();
    const list = show(api);
    await waitFor(() => expect(list.current.items).toHaveLength(1));
    act(() => list.current.loadMore());
    await waitFor(() => expect(list.current.items).toHaveLength(2));
    asked.length = 0;
    act(() => list.current.refresh());
    await waitFor(() => expect(asked).toEqual([undefined, '1']));
  });

  it.each([401, 403, 404])(
    'takes every page away when the back end answers %s to a refresh',
    async statusCode => {
      const { answers, api } = pagedApi();
      const list = show(api);
      await waitFor(() => expect(list.current.items).toHaveLength(1));
      act(() => list.current.loadMore());
      await waitFor(() => expect(list.current.items).toHaveLength(2));
      answers.statusCode = statusCode;
      act(() => list.current.refresh());
      await waitFor(() => expect(list.current.status).toBe('error'));
      expect(list.current.items).toEqual([]);
      expect(list.current.data).toBeUndefined();
    },
  );

  it('keeps what is shown when a further page cannot be read now', async () => {
    const { answers, api } = pagedApi();
    const list = show(api);
    await waitFor(() => expect(list.current.items).toHaveLength(1));
    answers.statusCode = 503;
    act(() => list.current.loadMore());
    await waitFor(() => expect(list.current.status).toBe('error'));
    expect(list.current.items).toHaveLength(1);
  });
});
