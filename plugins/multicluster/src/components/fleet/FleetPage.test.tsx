import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fleetApi } from './__testUtils__/fleetApi';
import { fleetOf } from './__testUtils__/fleetOf';
import { giveElementsSize } from './__testUtils__/giveElementsSize';
import { renderPage } from './__testUtils__/renderPage';
import { clusterOf } from './__testUtils__/worldOf';

describe('FleetPage', () => {
  let restore: () => void;
  beforeEach(() => {
    restore = giveElementsSize(1200, 640);
  });
  afterEach(() => restore());

  it('says first what is lost and where to read on', async () => {
    await renderPage(fleetApi({ clusters: 30 }), '/multicluster');
    expect(await screen.findByText('1 cluster is lost.')).toBeInTheDocument();
    expect(
      screen.getByText(/7 services have a copy there/),
    ).toBeInTheDocument();
    expect(screen.getByText('What did we lose?')).toHaveAttribute(
      'href',
      '/multicluster/fleet/clusters/prod/member21',
    );
    expect(screen.getByText('30 of 30 clusters read')).toBeInTheDocument();
  });

  it('is quiet about a fleet that is well', async () => {
    await renderPage(fleetApi({ clusters: 5 }), '/multicluster/fleet');
    expect(await screen.findByText('5 ready')).toBeInTheDocument();
    expect(screen.queryByText(/lost/)).not.toBeInTheDocument();
  });

  it('names every tile with its state and opens a cluster with Enter', async () => {
    await renderPage(fleetApi({ clusters: 30 }), '/multicluster/fleet');
    const tile = await screen.findByLabelText(
      'member21: Not ready, worst there: Unhealthy',
    );
    expect(tile).toHaveAttribute('data-shape', 'bad');
    act(() => tile.focus());
    await userEvent.keyboard('{Enter}');
    expect(
      await screen.findByText(/90 services had|240 services had/),
    ).toBeInTheDocument();
  });

  it('makes each region one stop of the tab key, with arrow keys in between', async () => {
    await renderPage(fleetApi({ clusters: 30 }), '/multicluster/fleet');
    const region = await screen.findByLabelText('Clusters of eu-west');
    const tiles = within(region).getAllByRole('link');
    expect(tiles.map(tile => tile.tabIndex)).toEqual([
      0, -1, -1, -1, -1, -1, -1, -1,
    ]);
    act(() => tiles[0].focus());
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(tiles[2]).toHaveFocus();
    expect(tiles.map(tile => tile.tabIndex).indexOf(0)).toBe(2);
    await userEvent.keyboard('{End}');
    expect(tiles[tiles.length - 1]).toHaveFocus();
    await userEvent.keyboard('{Home}');
    expect(tiles[0]).toHaveFocus();
  });

  it('narrows the table to a region, in the address', async () => {
    await renderPage(fleetApi({ clusters: 30 }), '/multicluster/fleet');
    await userEvent.click(
      await screen.findByLabelText('Show only eu-north in the table'),
    );
    const panel = screen
      .getByRole('heading', { name: 'Clusters' })
      .closest('section')!;
    expect(await within(panel).findByText('8 clusters')).toBeInTheDocument();
    expect(screen.getByLabelText('address')).toHaveTextContent(
      '/multicluster/fleet?filter=region%3Aeu-north',
    );
  });

  it('counts workloads by state and leads to the list of each', async () => {
    await renderPage(fleetApi({ clusters: 3 }), '/multicluster/fleet');
    expect(
      await screen.findByLabelText('Show the 171 that are: Degraded'),
    ).toHaveAttribute(
      'href',
      '/multicluster/workloads?filter=status%3Adegraded',
    );
  });

  it('does not say that nothing is placed while placements were not read', async () => {
    const fleet = fleetOf([clusterOf(0)]);
    const getFleet = async () => ({
      ...fleet,
      workloads: {
        converged: 0,
        progressing: 0,
        degraded: 0,
        unscheduled: 0,
        'scheduling-suspended': 0,
      },
      coverage: { ...fleet.coverage, total: null },
    });
    await renderPage(
      fleetApi({ clusters: 1, answers: { getFleet } }),
      '/multicluster/fleet',
    );
    expect(await screen.findByText('1 ready')).toBeInTheDocument();
    expect(screen.queryByText('Nothing is placed yet.')).toBeNull();
  });

  it('says whom to ask when the fleet is not the reader’s to see', async () => {
    const getFleet = async () => {
      throw Object.assign(new Error('no'), { statusCode: 403 });
    };
    await renderPage(
      fleetApi({ clusters: 3, answers: { getFleet } }),
      '/multicluster/fleet',
    );
    expect(
      await screen.findByText(/permission multicluster.fleet.read/),
    ).toBeInTheDocument();
  });

  it('does not blame the clusters when the back end does not answer', async () => {
    const getFleet = async () => {
      throw new TypeError('Failed to fetch');
    };
    await renderPage(
      fleetApi({ clusters: 3, answers: { getFleet } }),
      '/multicluster/fleet',
    );
    expect(
      await screen.findByText(/Nothing is known to be wrong with the clusters/),
    ).toBeInTheDocument();
  });

  it('tells a fleet without clusters from one that nobody has read', async () => {
    const { unmount } = await renderPage(
      fleetApi({ clusters: 0 }),
      '/multicluster/fleet',
    );
    expect(await screen.findByText('No clusters yet')).toBeInTheDocument();
    unmount();
    const getFleet = async () => ({
      ...fleetOf([]),
      coverage: { seen: 0, total: null, stale: 0, problems: [] },
    });
    await renderPage(
      fleetApi({ clusters: 0, answers: { getFleet } }),
      '/multicluster/fleet',
    );
    expect(await screen.findByText('No cluster is known')).toBeInTheDocument();
  });

  it('says that everything is last known when every cluster is lost', async () => {
    const getFleet = async () =>
      fleetOf(
        [0, 1, 2].map(index => ({
          ...clusterOf(index),
          state: 'unreachable' as const,
        })),
      );
    await renderPage(
      fleetApi({ clusters: 3, answers: { getFleet } }),
      '/multicluster/fleet',
    );
    expect(
      await screen.findByText('Every cluster is lost.'),
    ).toBeInTheDocument();
  });

  it('is calm about a region of which only a cluster that comes and goes is away', async () => {
    const away = { state: 'unreachable', intermittent: true } as const;
    const fleet = fleetOf([
      { ...clusterOf(0), region: 'edge', ...away },
      { ...clusterOf(1), region: 'edge', state: 'ready' },
    ]);
    fleet.regions[0].affected = 1;
    await renderPage(
      fleetApi({ clusters: 2, answers: { getFleet: async () => fleet } }),
      '/multicluster/fleet',
    );
    expect(
      await screen.findByText('intermittent: 1 quiet'),
    ).toBeInTheDocument();
    expect(screen.queryByText(/affected/)).toBeNull();
    expect(screen.queryByText(/is lost/)).toBeNull();
  });

  it.each([
    [100, 300],
    [500, 300],
  ])(
    'draws %i clusters with %i workloads each in fewer than 3,000 nodes',
    async clusters => {
      const { baseElement } = await renderPage(
        fleetApi({ clusters }),
        '/multicluster/fleet',
      );
      expect(
        await screen.findByText(`${clusters} of ${clusters} clusters read`),
      ).toBeInTheDocument();
      await waitFor(() =>
        expect(baseElement.querySelector('[role=grid] a')).not.toBeNull(),
      );
      expect(baseElement.querySelectorAll('[data-tile]')).toHaveLength(
        clusters,
      );
      expect(baseElement.querySelectorAll('*').length).toBeLessThan(3_000);
    },
  );
});
