import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import {
  Coverage,
  MulticlusterApi,
  WorkloadRow,
} from '@fairway/backstage-plugin-multicluster-common';
import { multiclusterApiRef } from '@fairway/backstage-plugin-multicluster-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi } from '../../__testUtils__/fakeApi';
import { workloadOf } from '../fleet/__testUtils__/workloadOf';
import { TroubleCard } from './TroubleCard';

const full: Coverage = { seen: 8, total: 8, stale: 0, problems: [] };

function apiOf(rows: WorkloadRow[], coverage = full): MulticlusterApi {
  return fakeApi<MulticlusterApi>({
    listWorkloads: async ({ limit = 50, cursor }) => {
      const start = Number(cursor ?? 0);
      const next = start + limit;
      return {
        revision: '1',
        items: rows.slice(start, next),
        total: rows.length,
        nextCursor: next < rows.length ? String(next) : undefined,
        coverage,
      };
    },
  });
}

async function renderCard(api: MulticlusterApi) {
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [multiclusterApiRef, api],
        [catalogApiRef, { getEntitiesByRefs: async () => ({ items: [] }) }],
      ]}
    >
      <TroubleCard
        title="What is wrong"
        scope={{ ownedBy: ['group:default/shop'] }}
      />
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
}

const rows = (count: number) =>
  Array.from({ length: count }, (_, index) => workloadOf(index));
const wells = (count: number) =>
  rows(count * 6).filter(({ summary }) => summary?.state === 'converged');

describe('TroubleCard', () => {
  it('lists what needs a look with its sentence, and how many of how many', async () => {
    const api = apiOf(rows(8));
    const list = jest.spyOn(api, 'listWorkloads');
    await renderCard(api);
    expect(await screen.findByText('4 of 8 need a look')).toBeInTheDocument();
    const items = within(
      screen.getByRole('list', { name: 'Workloads that need a look' }),
    ).getAllByRole('listitem');
    expect(items).toHaveLength(4);
    expect(items[0]).toHaveTextContent('checkout');
    expect(items[0]).toHaveTextContent('Not placed');
    expect(items[0]).toHaveTextContent('2 of 3 clusters have a taint');
    expect(items[1]).toHaveTextContent('Placed nowhere');
    expect(list.mock.calls[0][0]).toMatchObject({
      ownedBy: ['group:default/shop'],
    });
  });

  it('shows a copy on a lost cluster as last known', async () => {
    await renderCard(apiOf([{ ...workloadOf(2), lastKnown: 1 }]));
    expect(await screen.findByText('Last known: healthy')).toBeInTheDocument();
  });

  it('shows more of many when asked to', async () => {
    await renderCard(apiOf(rows(40)));
    await userEvent.click(
      await screen.findByRole('button', { name: 'and 6 more' }),
    );
    expect(screen.getAllByRole('listitem')).toHaveLength(12);
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('is one quiet line when all is well', async () => {
    await renderCard(apiOf(wells(3)));
    expect(
      await screen.findByText(/^All \d+ workloads are well.$/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('list')).not.toBeInTheDocument();
  });

  it('never says that all is well when not everything could be read', async () => {
    await renderCard(apiOf(wells(3), { ...full, seen: 5 }));
    expect(
      await screen.findByText(/Not everything could be/),
    ).toBeInTheDocument();
    expect(screen.queryByText(/are well/)).not.toBeInTheDocument();
  });

  it('says that nothing is there when nothing is there', async () => {
    await renderCard(apiOf([], { ...full, seen: 0, total: 0 }));
    expect(
      await screen.findByText('Nothing here runs on a cluster yet.'),
    ).toBeInTheDocument();
  });

  it('says that there is more trouble than it read, and reads on when asked to', async () => {
    const bad = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        ...rows(8).find(({ unplaced }) => unplaced)!,
        id: `bad-${index}`,
      }));
    await renderCard(apiOf([...bad(120), ...wells(1)]));
    expect(
      await screen.findByText(/^100\+ of \d+ need a look$/),
    ).toBeInTheDocument();
    for (let click = 0; click < 5; click++) {
      await userEvent.click(
        await screen.findByRole('button', { name: /more$/ }),
      );
    }
    expect(
      await screen.findByText(/^120 of \d+ need a look$/),
    ).toBeInTheDocument();
  });
});
