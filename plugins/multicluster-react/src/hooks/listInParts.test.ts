import {
  isNotModified,
  MulticlusterApi,
  workloadCondition,
  WorkloadList,
  WorkloadRow,
  workloadSeverity,
} from '@fairway/backstage-plugin-multicluster-common';
import { listInParts } from './listInParts';

const owners = Array.from(
  { length: 90 },
  (_, index) => `group:default/team-with-a-long-name-${index}`,
);
const STATES = ['unscheduled', 'degraded', 'converged'] as const;

function row(id: string, state: (typeof STATES)[number]): WorkloadRow {
  return {
    id,
    summary: { state, flags: [] },
    lastKnown: 0,
  } as unknown as WorkloadRow;
}

const severity = (item: WorkloadRow) =>
  workloadSeverity(workloadCondition(item));

/** A server whose list, worst first, holds three rows of each owner, and one that all own. */
function server() {
  const ofOwner = (owner: string) => [
    ...STATES.map(state => row(`${owner}/${state}`, state)),
    row('common', 'degraded'),
  ];
  const listWorkloads = jest.fn<
    Promise<WorkloadList>,
    Parameters<MulticlusterApi['listWorkloads']>
  >(async ({ ownedBy = [], cursor, limit = 10 }) => {
    const rows = [
      ...new Map(
        ownedBy.flatMap(ofOwner).map(item => [item.id, item]),
      ).values(),
    ].sort((a, b) => severity(a) - severity(b));
    const start = Number(cursor ?? 0);
    const end = start + limit;
    return {
      revision: `${ownedBy.length}/${start}`,
      items: rows.slice(start, end),
      total: rows.length,
      nextCursor: end < rows.length ? String(end) : undefined,
      coverage: {
        seen: rows.length,
        total: rows.length,
        stale: 1,
        oldest: `2026-11-21T0${ownedBy.length % 10}:00:00Z`,
        problems: [],
      },
      observedAt: '2026-11-21T00:00:00Z',
    };
  });
  return { api: { listWorkloads }, listWorkloads };
}

describe('listInParts', () => {
  it('is one list, worst first over all of its pages, with nothing left out', async () => {
    const { api } = server();
    const seen: WorkloadRow[] = [];
    let cursor: string | undefined;
    do {
      const page = await listInParts(
        api,
        { ownedBy: owners, limit: 7, cursor },
        {},
      );
      if (isNotModified(page)) {
        throw new Error('Nothing was asked for before');
      }
      seen.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    const ranks = seen.map(severity);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(new Set(seen.map(({ id }) => id)).size).toBe(owners.length * 3 + 1);
  });

  it('asks in parts that fit into an address, and adds up what they read', async () => {
    const { api, listWorkloads } = server();
    const page = (await listInParts(
      api,
      { ownedBy: owners, limit: 500 },
      {},
    )) as WorkloadList;
    const parts = listWorkloads.mock.calls.map(([{ ownedBy }]) => ownedBy!);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.flat()).toEqual(owners);
    expect(page.nextCursor).toBeUndefined();
    expect(page.total).toBe(owners.length * 3 + parts.length);
    expect(page.coverage).toMatchObject({
      seen: page.total,
      total: page.total,
      stale: parts.length,
    });
  });

  it('says that nothing changed when no part did', async () => {
    const { api } = server();
    const request = { ownedBy: owners, limit: 500 };
    const { revision } = await listInParts(api, request, {});
    await expect(
      listInParts(api, request, { ifNoneMatch: revision }),
    ).resolves.toEqual({ notModified: true, revision });
  });
});
