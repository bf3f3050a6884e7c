import { screen, within } from '@testing-library/react';
import { fleetApi } from '../__testUtils__/fleetApi';
import { renderPage } from '../__testUtils__/renderPage';

describe('SourcesPage', () => {
  it('shows each source with its lanes, problems, capabilities and missing rights', async () => {
    await renderPage(fleetApi({ clusters: 1 }), '/multicluster/sources');
    expect(
      await screen.findByRole('heading', { name: 'Production' }),
    ).toBeInTheDocument();
    const lanes = screen.getByRole('table', { name: 'Lanes of Production' });
    expect(within(lanes).getAllByRole('row')[2]).toHaveTextContent('30,000');
    expect(
      screen.getByText(/Works embed every propagated/),
    ).toBeInTheDocument();
    expect(screen.getAllByText('Accessed as: you, impersonated')).toHaveLength(
      2,
    );

    const stage = screen.getByRole('table', { name: 'Lanes of stage' });
    expect(within(stage).getAllByRole('row')[1]).toHaveTextContent('never');
    expect(within(stage).getAllByRole('row')[1]).toHaveTextContent(
      'The control plane refuses to list statefulsets.',
    );
    expect(screen.getByText(/fairway-read-missing/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Copy' })).toBeInTheDocument();
  });

  it('says how to configure the first source', async () => {
    await renderPage(
      fleetApi({
        clusters: 1,
        answers: { getSources: async () => ({ items: [] }) },
      }),
      '/multicluster/sources',
    );
    expect(
      await screen.findByText('No source is configured'),
    ).toBeInTheDocument();
  });

  it('says that the sources are refused, and names the permission it needs', async () => {
    const getSources = async () => {
      throw Object.assign(new Error('no'), { statusCode: 403 });
    };
    await renderPage(
      fleetApi({ clusters: 1, answers: { getSources } }),
      '/multicluster/sources',
    );
    expect(
      await screen.findByText(/multicluster.source.read/),
    ).toBeInTheDocument();
    expect(
      screen.getByText('The sources are not yours to see'),
    ).toBeInTheDocument();
  });
});
