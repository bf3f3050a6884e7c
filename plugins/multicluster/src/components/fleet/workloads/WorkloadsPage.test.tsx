import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { WorkloadDetail } from '@fairway/backstage-plugin-multicluster-common';
import { buildTarget } from '../../../__testUtils__/buildTarget';
import { buildWorkload } from '../../../__testUtils__/buildWorkload';
import { fleetApi } from '../__testUtils__/fleetApi';
import { giveElementsSize } from '../__testUtils__/giveElementsSize';
import { renderPage } from '../__testUtils__/renderPage';

describe('WorkloadsPage', () => {
  let restore: () => void;
  beforeEach(() => {
    restore = giveElementsSize(1200, 640);
  });
  afterEach(() => restore());

  it('lists workloads with state, sentence, copies and versions, and renders those in view only', async () => {
    const { baseElement } = await renderPage(
      fleetApi({ clusters: 3, workloads: 300 }),
      '/multicluster/workloads',
    );
    const table = await screen.findByRole('grid', { name: 'Workloads' });
    expect(table).toHaveAttribute('aria-rowcount', '301');
    const row = within(table).getAllByRole('row')[1];
    expect(row).toHaveTextContent('checkout');
    expect(row).toHaveTextContent('Not placed');
    expect(row).toHaveTextContent('2 of 3 clusters have a taint');
    expect(screen.getByText('300 workloads')).toBeInTheDocument();
    expect(within(table).getAllByRole('row').length).toBeLessThan(40);
    expect(baseElement.querySelectorAll('*').length).toBeLessThan(3_000);
  });

  it('reads the filter from the address and writes what is typed back to it', async () => {
    await renderPage(
      fleetApi({ clusters: 3 }),
      '/multicluster/workloads?filter=status%3Adegraded',
    );
    const input = await screen.findByRole('combobox', {
      name: 'Filter workloads',
    });
    expect(input).toHaveValue('status:degraded');
    await userEvent.clear(input);
    await userEvent.type(input, 'name:cart{Enter}');
    await waitFor(() =>
      expect(screen.getByLabelText('address')).toHaveTextContent(
        'filter=name%3Acart',
      ),
    );
    expect(await screen.findByText('50 workloads')).toBeInTheDocument();
  });

  it('offers keys and values, and takes one with the arrow keys and Enter', async () => {
    await renderPage(fleetApi({ clusters: 30 }), '/multicluster/workloads');
    const input = await screen.findByRole('combobox', {
      name: 'Filter workloads',
    });
    await userEvent.type(input, 'reg');
    expect(screen.getByRole('option', { name: 'region:' })).toBeInTheDocument();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(input).toHaveValue('region:');
    await userEvent.click(
      await screen.findByRole('option', { name: 'eu-west' }),
    );
    expect(input).toHaveValue('region:eu-west ');
  });

  it('names a property that does not exist and shows nothing for it', async () => {
    const api = fleetApi({ clusters: 3 });
    const list = jest.spyOn(api, 'listWorkloads');
    await renderPage(
      api,
      '/multicluster/workloads?filter=colour%3Ared%20name%3Acart',
    );
    expect(
      await screen.findByText(
        'There is no property of this name, so that nothing matches: colour:red',
      ),
    ).toBeInTheDocument();
    expect(await screen.findByText('0 workloads')).toBeInTheDocument();
    expect(screen.queryByText(/is left out/)).not.toBeInTheDocument();
    expect(list.mock.calls[0][0].filter).toBe('status:none');
  });

  it('names what is unfinished and leaves it out', async () => {
    const api = fleetApi({ clusters: 3 });
    const list = jest.spyOn(api, 'listWorkloads');
    await renderPage(
      api,
      '/multicluster/workloads?filter=status%3A%20name%3Acart',
    );
    expect(
      await screen.findByText('Nothing to look for: status:'),
    ).toBeInTheDocument();
    expect(screen.getByText(/is left out/)).toBeInTheDocument();
    expect(list.mock.calls[0][0].filter).toBe('name:cart');
  });

  it('reads on when asked to', async () => {
    await renderPage(
      fleetApi({ clusters: 3, workloads: 250 }),
      '/multicluster/workloads',
    );
    expect(await screen.findByText(/100 of 250/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Load more' }));
    expect(await screen.findByText(/200 of 250/)).toBeInTheDocument();
  });

  it('leads to the page of a workload', async () => {
    const getWorkload = async (): Promise<WorkloadDetail> => ({
      revision: '1',
      coverage: { seen: 1, total: 1, stale: 0, problems: [] },
      workload: buildWorkload('checkout', [buildTarget('member1')]),
      entityRefs: ['component:default/checkout'],
      chain: { nodes: [], edges: [] },
      history: [],
    });
    await renderPage(
      fleetApi({ clusters: 3, answers: { getWorkload } }),
      '/multicluster/workloads',
    );
    const grid = await screen.findByRole('grid', { name: 'Workloads' });
    await userEvent.click(within(grid).getAllByText('checkout')[0]);
    expect(await screen.findByText('member1')).toBeInTheDocument();
    expect(screen.getByLabelText('address')).toHaveTextContent(
      '/multicluster/workloads/w0',
    );
  });

  it('moves between rows with the arrow keys', async () => {
    await renderPage(fleetApi({ clusters: 3 }), '/multicluster/workloads');
    const table = await screen.findByRole('grid', { name: 'Workloads' });
    const links = within(table).getAllByRole('link', { name: /checkout/ });
    act(() => links[0].focus());
    await userEvent.keyboard('{ArrowDown}');
    expect(
      within(table).getAllByRole('row')[2].contains(document.activeElement),
    ).toBe(true);
  });

  it('tells an empty fleet from a filter that leaves nothing', async () => {
    const { unmount } = await renderPage(
      fleetApi({ clusters: 3, workloads: 0 }),
      '/multicluster/workloads',
    );
    expect(await screen.findByText('No workloads yet')).toBeInTheDocument();
    unmount();
    await renderPage(
      fleetApi({ clusters: 3 }),
      '/multicluster/workloads?filter=nothing-like-it',
    );
    expect(
      await screen.findByText('No workload matches this filter'),
    ).toBeInTheDocument();
  });

  it('says whom to ask when the list is not the reader’s to see', async () => {
    const listWorkloads = async () => {
      throw Object.assign(new Error('no'), { statusCode: 403 });
    };
    await renderPage(
      fleetApi({ clusters: 3, answers: { listWorkloads } }),
      '/multicluster/workloads',
    );
    expect(
      await screen.findByText('The fleet is not yours to see'),
    ).toBeInTheDocument();
  });
});
