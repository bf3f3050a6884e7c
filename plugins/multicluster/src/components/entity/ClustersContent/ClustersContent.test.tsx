import {
  LogFrame,
  LogRequest,
  MulticlusterApi,
  PerCluster,
  Pod,
  sentence,
  WorkloadDetail,
} from '@fairway/backstage-plugin-multicluster-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { buildTarget } from '../../../__testUtils__/buildTarget';
import { buildTopology } from '../../../__testUtils__/buildTopology';
import { buildWorkload } from '../../../__testUtils__/buildWorkload';
import { checkoutTopology } from '../../../__testUtils__/checkoutTopology';
import { giveElementsSize } from '../../../__testUtils__/giveElementsSize';
import { renderForEntity } from '../../../__testUtils__/renderForEntity';
import { ClustersContent } from './ClustersContent';

const WORKLOAD = 'id-Deployment-checkout';

const pod = (name: string): Pod => ({
  name,
  namespace: 'default',
  phase: 'Running',
  status: 'Running',
  ready: { ready: 1, total: 1 },
  restarts: 2,
  containers: ['app', 'proxy'].map(container => ({
    name: container,
    image: 'registry.example/checkout:v1.8.2',
    ready: true,
    state: 'running',
    init: false,
  })),
});

const podsOf = (cluster: string): PerCluster<Pod> => ({
  cluster,
  observedAt: new Date().toISOString(),
  items: cluster === 'member1' ? [] : [pod(`checkout-${cluster}`)],
  ...(cluster === 'member1' && {
    problem: {
      code: 'timeout' as const,
      sentence: sentence('detail.timeout', { cluster }),
    },
  }),
});

function detail(): WorkloadDetail {
  const topology = checkoutTopology();
  return {
    revision: 'd1',
    entityRefs: [topology.entityRef],
    coverage: topology.coverage,
    workload: topology.workloads[0],
    chain: {
      nodes: [
        { id: 't', kind: 'template', title: 'Deployment checkout', lines: [] },
        { id: 'p', kind: 'policy', title: 'checkout policy', lines: [] },
        {
          id: 'c2',
          kind: 'cluster',
          title: 'member2',
          cluster: 'member2',
          lines: [],
          state: 'suspended',
        },
      ],
      edges: [
        { from: 't', to: 'p' },
        { from: 'p', to: 'c2' },
      ],
    },
    history: [
      {
        subject: 'member2',
        field: 'state',
        from: 'healthy',
        to: 'suspended',
        at: new Date().toISOString(),
        cause: 'dispatching was suspended',
      },
    ],
  };
}

function Address() {
  return <output>{useLocation().search}</output>;
}

async function show(path = '/', answers: Partial<MulticlusterApi> = {}) {
  const requests: LogRequest[] = [];
  const signals: AbortSignal[] = [];
  await renderForEntity(
    <>
      <ClustersContent />
      <Address />
    </>,
    {
      getEntityTopology: async () => checkoutTopology(),
      getWorkload: async () => detail(),
      getPods: async (_, { clusters }) => ({
        clusters: (clusters ?? ['member1', 'member2', 'member4']).map(podsOf),
      }),
      async *readLog(request, options): AsyncGenerator<LogFrame> {
        requests.push(request);
        signals.push(options!.signal!);
        yield { type: 'line', text: `<b>log of ${request.pod}</b>` };
        await new Promise(resolve =>
          options!.signal!.addEventListener('abort', resolve),
        );
      },
      ...answers,
    },
    { path },
  );
  // An open drawer hides the rest of the page from assistive technology.
  await screen.findByRole('treegrid', { hidden: true });
  return { requests, signals };
}

const treeRow = (id: string) =>
  document.querySelector(`[data-row="${id}"]`) as HTMLElement;
const member2 = `c/${WORKLOAD}/member2`;

describe('ClustersContent', () => {
  giveElementsSize();

  it('is a tree-grid with one row in the tab order', async () => {
    await show();
    const rows = within(screen.getByRole('treegrid'))
      .getAllByRole('row')
      .filter(row => row.hasAttribute('aria-level'));
    expect(rows.map(row => row.getAttribute('aria-level'))).toEqual([
      '1',
      '2',
      '2',
      '2',
      '2',
    ]);
    expect(rows.filter(row => row.tabIndex === 0)).toHaveLength(1);
  });

  it('is walked with the arrow keys down to the pods, and left with Escape', async () => {
    const user = userEvent.setup();
    await show();
    treeRow(`w/${WORKLOAD}`).focus();
    await user.keyboard('{ArrowDown}');
    expect(treeRow(member2)).toHaveFocus();
    await user.keyboard('{ArrowRight}');
    expect(await screen.findByText('checkout-member2')).toBeInTheDocument();
    expect(treeRow(member2)).toHaveAttribute('aria-expanded', 'true');
    await user.keyboard('{ArrowRight}');
    expect(document.activeElement).toHaveTextContent('checkout-member2');
    await user.keyboard('{Escape}');
    expect(treeRow(member2)).toHaveFocus();
    await user.keyboard('{ArrowLeft}');
    expect(treeRow(member2)).toHaveAttribute('aria-expanded', 'false');
    await user.keyboard('/');
    expect(screen.getByRole('searchbox')).toHaveFocus();
  });

  it('says below a cluster that does not answer why there are no pods', async () => {
    const user = userEvent.setup();
    await show();
    treeRow(`c/${WORKLOAD}/member1`).focus();
    await user.keyboard('{ArrowRight}');
    expect(
      await screen.findByText('member1 did not answer in time.'),
    ).toBeInTheDocument();
  });

  it('opens the details of a row with Enter, and puts them in the address', async () => {
    const user = userEvent.setup();
    await show();
    treeRow(member2).focus();
    await user.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('on member2')).toBeInTheDocument();
    expect(screen.getByText(/cluster=member2&view=pods/)).toBeInTheDocument();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(treeRow(member2)).toHaveFocus();
  });

  it('filters by what is in the address, and writes what is typed there', async () => {
    const user = userEvent.setup();
    await show('/?q=region:us&other=1');
    expect(treeRow(member2)).toBeNull();
    expect(treeRow(`c/${WORKLOAD}/member4`)).toBeInTheDocument();
    await user.clear(screen.getByRole('searchbox'));
    await user.type(screen.getByRole('searchbox'), 'gondor');
    expect(treeRow(`c/${WORKLOAD}/gondor`)).toBeInTheDocument();
    expect(treeRow(`c/${WORKLOAD}/member4`)).toBeNull();
    expect(
      screen.getByText(/q=gondor&other=1|other=1&q=gondor/),
    ).toBeInTheDocument();
  });

  it('shows only what is wrong when asked to', async () => {
    const user = userEvent.setup();
    await show();
    await user.click(screen.getByRole('checkbox'));
    expect(treeRow(`c/${WORKLOAD}/gondor`)).toBeNull();
    expect(treeRow(`c/${WORKLOAD}/member1`)).toBeInTheDocument();
  });

  it('follows a log named in the address, shows it as text, and lets go of it', async () => {
    const user = userEvent.setup();
    const { requests, signals } = await show(
      `/?workload=${WORKLOAD}&cluster=member2&view=logs&pod=checkout-member2&container=proxy`,
    );
    expect(
      await screen.findByText('<b>log of checkout-member2</b>'),
    ).toBeInTheDocument();
    expect(requests).toEqual([
      expect.objectContaining({
        workloadId: WORKLOAD,
        cluster: 'member2',
        pod: 'checkout-member2',
        container: 'proxy',
        follow: true,
      }),
    ]);
    await user.click(screen.getByRole('button', { name: 'Pause' }));
    expect(screen.getByText('Paused; the log is read on.')).toBeInTheDocument();
    expect(signals[0].aborted).toBe(false);
    await user.click(screen.getByRole('button', { name: 'Close the details' }));
    await waitFor(() => expect(signals[0].aborted).toBe(true));
  });

  it('opens the log of the cluster that was chosen where pods have the same name on several', async () => {
    const user = userEvent.setup();
    const { requests } = await show(`/?workload=${WORKLOAD}&view=logs`, {
      getPods: async () => ({
        clusters: ['member2', 'member4'].map(cluster => ({
          cluster,
          observedAt: '2026-11-21T12:00:00Z',
          items: [pod('web-0')],
        })),
      }),
    });
    await user.click(await screen.findByRole('button', { name: 'Pod' }));
    await user.click(
      await screen.findByRole('option', { name: 'member4 / web-0' }),
    );
    await waitFor(() =>
      expect(requests[requests.length - 1]).toMatchObject({
        cluster: 'member4',
        pod: 'web-0',
      }),
    );
    expect(screen.getByRole('button', { name: 'Pod' })).toHaveTextContent(
      'member4 / web-0',
    );
  });

  it('names the clusters whose pods could not be asked for a log', async () => {
    await show(`/?workload=${WORKLOAD}&view=logs`);
    expect(
      await screen.findByText('member1 did not answer in time.'),
    ).toBeInTheDocument();
    expect(
      await screen.findByText('<b>log of checkout-member2</b>'),
    ).toBeInTheDocument();
  });

  it('says why a log ended', async () => {
    await show(
      `/?workload=${WORKLOAD}&cluster=member2&view=logs&pod=checkout-member2`,
      {
        async *readLog(): AsyncGenerator<LogFrame> {
          yield { type: 'line', text: 'last words' };
          yield {
            type: 'end',
            reason: 'unauthorised',
            sentence: sentence('view.detail.logDenied'),
          };
        },
      },
    );
    expect(
      await screen.findByText('You may no longer read this log'),
    ).toBeInTheDocument();
    expect(screen.getByText('last words')).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Read again' }),
    ).toBeInTheDocument();
  });

  it('asks for no details of a workload that only the entity claims', async () => {
    const topology = checkoutTopology();
    topology.workloads[0].match.confirmed = false;
    const getPods = jest.fn();
    await show(`/?workload=${WORKLOAD}&cluster=member2&view=pods`, {
      getEntityTopology: async () => topology,
      getPods,
    });
    expect(await screen.findByText(/stay closed until/)).toBeInTheDocument();
    expect(getPods).not.toHaveBeenCalled();
  });

  it('shows what changed on a cluster', async () => {
    await show(`/?workload=${WORKLOAD}&cluster=member2&view=history`);
    expect(
      await screen.findByText('dispatching was suspended'),
    ).toBeInTheDocument();
  });

  it('draws the chain over the same rows: what is active there is active in the tree', async () => {
    const user = userEvent.setup();
    await show();
    const chain = await screen.findByRole('group', {
      name: 'Template, policy, binding and clusters',
    });
    const template = within(chain).getByRole('button', {
      name: /Deployment checkout/,
    });
    template.focus();
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(
      within(chain).getByRole('button', { name: /member2/ }),
    ).toHaveFocus();
    expect(treeRow(member2)).toHaveAttribute('data-active', 'true');
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('dialog')).toBeInTheDocument();
  });

  it('shows a workload whose clusters are lost as last known, in the tree and in the chain', async () => {
    const workload = buildWorkload('web', [
      buildTarget('member1', { freshness: { state: 'last-known' } }),
    ]);
    const binding = { id: 'b', kind: 'binding', state: 'converged' } as const;
    const cluster = { id: 'c', kind: 'cluster', state: 'healthy' } as const;
    const nodes = [
      { ...binding, title: 'web', lines: [] },
      { ...cluster, title: 'member1', cluster: 'member1', lines: [] },
    ];
    await show('/', {
      getEntityTopology: async () => buildTopology([workload]),
      getWorkload: async () => ({
        ...detail(),
        workload,
        chain: { nodes, edges: [{ from: 'b', to: 'c' }] },
      }),
    });
    const chain = await screen.findByRole('group', {
      name: 'Template, policy, binding and clusters',
    });
    expect(within(chain).getAllByText('Last known: healthy')).toHaveLength(2);
    expect(screen.getAllByText('Last known: healthy')).toHaveLength(4);
    expect(screen.queryByText('Healthy')).not.toBeInTheDocument();
  });
});
