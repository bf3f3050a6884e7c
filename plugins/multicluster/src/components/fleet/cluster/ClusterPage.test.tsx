import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fleetApi } from '../__testUtils__/fleetApi';
import { giveElementsSize } from '../__testUtils__/giveElementsSize';
import { renderPage } from '../__testUtils__/renderPage';

describe('ClusterPage', () => {
  let restore: () => void;
  beforeEach(() => {
    restore = giveElementsSize(1200, 640);
  });
  afterEach(() => restore());

  it('says since when a cluster is lost, and what was lost with it, worst first', async () => {
    await renderPage(
      fleetApi({ clusters: 30, impact: 90 }),
      '/multicluster/fleet/clusters/prod/member21',
    );
    expect(await screen.findByText(/Not ready since/)).toBeInTheDocument();
    expect(
      screen.getByRole('heading', { name: 'What did we lose?' }),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/90 services had a copy there. 30 have no other copy./),
    ).toBeInTheDocument();
    const table = screen.getByRole('grid', { name: /worst first/ });
    const row = within(table).getAllByRole('row')[1];
    expect(row).toHaveTextContent('No other copy');
    expect(row).toHaveTextContent('3 lost, 0 left');
    expect(row).toHaveTextContent('Karmada moves its 3 copies');
    expect(screen.getAllByText(/cluster.karmada.io\/not-ready/)).toHaveLength(
      2,
    );
    expect(
      screen.getByText('As reported before it was lost'),
    ).toBeInTheDocument();
  });

  it('asks of a cluster that is ready what would be lost', async () => {
    await renderPage(
      fleetApi({ clusters: 30 }),
      '/multicluster/fleet/clusters/prod/member1',
    );
    expect(
      await screen.findByRole('heading', { name: 'What would we lose?' }),
    ).toBeInTheDocument();
    expect(screen.queryByText(/since/)).not.toBeInTheDocument();
  });

  it('reads on through many services without counting what it has not read', async () => {
    await renderPage(
      fleetApi({ clusters: 30, impact: 480 }),
      '/multicluster/fleet/clusters/prod/member21',
    );
    expect(
      await screen.findByText('480 services had a copy there.'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Load more' }));
    expect(
      await screen.findByText(/160 have no other copy/),
    ).toBeInTheDocument();
  });

  it('says that nothing was lost with a cluster on which nothing ran', async () => {
    await renderPage(
      fleetApi({ clusters: 30, impact: 0 }),
      '/multicluster/fleet/clusters/prod/member21',
    );
    expect(
      await screen.findByText(/No service has a copy there: nothing was lost/),
    ).toBeInTheDocument();
  });

  it('says that a cluster is not known', async () => {
    const getCluster = async () => {
      throw Object.assign(new Error('no'), { statusCode: 404 });
    };
    await renderPage(
      fleetApi({ clusters: 1, answers: { getCluster } }),
      '/multicluster/fleet/clusters/prod/gone',
    );
    expect(await screen.findByText('No such cluster')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Back to the fleet' }),
    ).toHaveAttribute('href', '/multicluster/fleet');
  });
});
