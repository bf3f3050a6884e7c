import {
  EntityTopology,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { buildTarget } from '../../../__testUtils__/buildTarget';
import { buildTopology } from '../../../__testUtils__/buildTopology';
import { buildWorkload } from '../../../__testUtils__/buildWorkload';
import { checkoutTopology } from '../../../__testUtils__/checkoutTopology';
import { renderForEntity } from '../../../__testUtils__/renderForEntity';
import { WhereItRunsCard } from './WhereItRunsCard';

const show = (topology: EntityTopology) =>
  renderForEntity(<WhereItRunsCard />, {
    getEntityTopology: async () => topology,
  });

const rowOf = async (cluster: string) =>
  (await screen.findByText(cluster)).closest('li') as HTMLElement;

const unreachable = {
  source: 'karmada',
  code: 'unreachable',
  sentence: sentence('source.problem.unreachable', { subject: 'karmada' }),
  since: '2026-11-21T10:00:00Z',
} as const;

describe('WhereItRunsCard', () => {
  it('says of each cluster its state in words, its copies and its version', async () => {
    await show(checkoutTopology());
    const row = within(await rowOf('member4'));
    expect(row.getByText('Rolling out')).toBeInTheDocument();
    expect(await row.findByText(/1 of 3 new/)).toBeInTheDocument();
    expect(row.getByRole('img', { name: '3 of 3 ready' })).toBeInTheDocument();
    expect(row.getByText('v1.8.3')).toBeInTheDocument();
    expect(row.getByText(/^4\d s$/)).toBeInTheDocument();
  });

  it('groups by environment, and counts only the copies that are confirmed', async () => {
    await show(checkoutTopology());
    const production = await screen.findByRole('region', {
      name: 'production',
    });
    expect(
      within(production).getByText('5 of 9 ready · 2 last known'),
    ).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'test' })).toBeInTheDocument();
  });

  it('says the one sentence that matters first', async () => {
    await show(checkoutTopology());
    expect(
      await screen.findByText('Held: member2 runs 2 of 4.'),
    ).toBeInTheDocument();
  });

  it('calls a lost cluster last known, and the whole card partly so', async () => {
    await show(checkoutTopology());
    const row = within(await rowOf('member1'));
    expect(row.getByText('Last known: healthy')).toBeInTheDocument();
    expect(screen.getByText('partly last known')).toBeInTheDocument();
    expect(screen.getByText('1 last known')).toBeInTheDocument();
  });

  it('wants as many copies as before when a cluster is lost', async () => {
    await show(
      buildTopology([
        buildWorkload('web', [
          buildTarget('m1', { region: 'eu' }),
          buildTarget('m2', {
            region: 'eu',
            freshness: { state: 'last-known' },
          }),
        ]),
      ]),
    );
    expect(
      await screen.findByText('2 of 4 ready · 2 last known'),
    ).toBeInTheDocument();
  });

  it('shows bones while it reads', async () => {
    await renderForEntity(<WhereItRunsCard />, {
      getEntityTopology: () => new Promise(() => {}),
    });
    expect(
      screen.getByRole('status', { name: 'Reading where it runs' }),
    ).toBeInTheDocument();
  });

  it('explains no match with the annotation to add', async () => {
    const topology = buildTopology([], {
      match: {
        state: 'none',
        sentence: sentence('match.none.noTemplate', {
          annotation: 'backstage.io/kubernetes-id',
          value: 'checkout',
        }),
        suggestions: [
          {
            annotation: 'backstage.io/kubernetes-id',
            value: 'checkout',
            on: 'template',
          },
        ],
      },
      coverage: { seen: 3, total: 3 },
    });
    await show(topology);
    expect(await screen.findByText('No workload found')).toBeInTheDocument();
    expect(
      screen.getByText('backstage.io/kubernetes-id: checkout'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Copy' }));
    expect(screen.getByRole('button', { name: 'Copied' })).toBeInTheDocument();
  });

  it('never shows an unread source as running nowhere', async () => {
    await show(
      buildTopology([], {
        match: { state: 'none', suggestions: [] },
        coverage: { seen: 0, total: null, problems: [unreachable] },
      }),
    );
    expect(await screen.findByText('Nothing was read yet')).toBeInTheDocument();
    expect(screen.queryByText('No workload found')).toBeNull();
    expect(screen.getByText('0 of ? clusters read')).toBeInTheDocument();
  });

  it('names in the foot what was not read, and since when', async () => {
    await show(
      buildTopology([buildWorkload('checkout', [buildTarget('member1')])], {
        coverage: {
          seen: 1,
          total: 2,
          problems: [{ ...unreachable, subject: 'member2' }],
        },
      }),
    );
    expect(await screen.findByText('1 of 2 clusters read')).toBeInTheDocument();
    expect(
      screen.getByText(
        /^member2: karmada: the server cannot be reached\. \(since/,
      ),
    ).toBeInTheDocument();
  });

  it('says that a match is unconfirmed, and how to confirm it', async () => {
    await show(
      buildTopology([buildWorkload('checkout', [buildTarget('member1')])], {
        match: {
          state: 'claimed-only',
          sentence: sentence('match.claimedOnly', { count: 1 }),
          suggestions: [],
        },
      }),
    );
    expect(await screen.findByText('Unconfirmed')).toBeInTheDocument();
    expect(screen.getByText('member1')).toBeInTheDocument();
  });

  it('names who carries the same id, and counts whom the reader may not see', async () => {
    await show(
      buildTopology([], {
        match: {
          state: 'claimed-only',
          sentence: sentence('match.contestedId', {
            annotation: 'backstage.io/kubernetes-id',
            value: 'checkout',
          }),
          suggestions: [],
          alsoClaimedBy: {
            entityRefs: ['component:default/copycat', 'component:other/till'],
            hidden: 2,
          },
        },
      }),
    );
    expect(
      await screen.findByText(/An administrator decides by giving/),
    ).toBeInTheDocument();
    expect(
      screen.getByText(
        'Also claimed by component:default/copycat, component:other/till',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Also claimed by 2 entities that you may not see'),
    ).toBeInTheDocument();
  });

  it('says who may not see it, and offers no retry', async () => {
    await renderForEntity(<WhereItRunsCard />, {
      getEntityTopology: async () => {
        throw Object.assign(new Error('no'), { statusCode: 403 });
      },
    });
    expect(await screen.findByText('You may not see this')).toBeInTheDocument();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('asks again when the reader wants it to', async () => {
    const getEntityTopology = jest
      .fn()
      .mockRejectedValueOnce(new Error('no answer'))
      .mockResolvedValue(checkoutTopology());
    await renderForEntity(<WhereItRunsCard />, { getEntityTopology });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(await screen.findByText('member2')).toBeInTheDocument();
  });

  it('folds 500 clusters that are alike and opens them on demand', async () => {
    const targets = Array.from({ length: 500 }, (_, index) =>
      buildTarget(`edge-${index}`),
    );
    await show(
      buildTopology([
        buildWorkload('agent', [
          ...targets,
          buildTarget('bad', { axes: { health: 'unhealthy' } }),
        ]),
      ]),
    );
    const fold = await screen.findByRole('button', {
      name: /Show 500 clusters/,
    });
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
    expect(screen.getByText('bad')).toBeInTheDocument();
    await userEvent.click(fold);
    expect(screen.getByText('edge-49')).toBeInTheDocument();
    expect(screen.queryByText('edge-50')).toBeNull();
    expect(screen.getByText(/450 more/)).toBeInTheDocument();
  });

  it('says that everything is last known when no cluster can be reached', async () => {
    const targets = Array.from({ length: 20 }, (_, index) =>
      buildTarget(`edge-${index}`, { freshness: { state: 'last-known' } }),
    );
    await show(
      buildTopology([buildWorkload('agent', targets)], {
        coverage: { seen: 20, total: 20, stale: 20 },
        observedAt: new Date(Date.now() - 660_000).toISOString(),
      }),
    );
    expect(
      await screen.findByText('last known · 11 min ago'),
    ).toBeInTheDocument();
    expect(screen.getAllByText('Last known: healthy')).toHaveLength(1);
  });

  it('names what runs nowhere, and why no cluster was chosen', async () => {
    const withdrawn = sentence('placement.withdrawn', {
      reasons: '2 of 3 clusters have an untolerated taint, 1 lacks the API',
    });
    await show(
      buildTopology(
        [
          buildWorkload('nginx', [], {
            summary: {
              state: 'unscheduled',
              flags: ['withdrawn'],
              sentence: withdrawn,
              schedulingReasons: [
                { count: 2, kind: 'taint', text: 'had untolerated taint' },
                { count: 1, kind: 'invented', text: 'a new reason' },
              ],
            },
          }),
          buildWorkload('canary-canary', undefined, {
            unplaced: sentence('placement.unplaced.noPolicy', {
              kind: 'Deployment',
              name: 'canary-canary',
            }),
          }),
        ],
        { sentence: { ...withdrawn, tone: 'bad' } },
      ),
    );
    expect(await screen.findByText('Withdrawn:')).toBeInTheDocument();
    expect(screen.getByText(/Untolerated taint/)).toBeInTheDocument();
    expect(screen.getByText(/1 cluster · a new reason/)).toBeInTheDocument();
    expect(
      screen.getByText(
        'placed nowhere: no policy selects Deployment canary-canary',
      ),
    ).toBeInTheDocument();
  });

  it('shows text from a cluster as text, never as markup or as a key of a message', async () => {
    const message = '<img src=x onerror=alert(1)> $t(state.healthy) {{state}}';
    await show(
      buildTopology(
        [
          buildWorkload('web', [
            buildTarget('m1', { axes: { delivery: 'failed' }, message }),
          ]),
        ],
        {
          sentence: {
            ...sentence('placement.failed', { clusters: 'm1', message }),
            tone: 'bad',
          },
        },
      ),
    );
    const row = await rowOf('m1');
    await waitFor(() => expect(row).toHaveTextContent(message));
    expect(document.querySelector('img[src]')).toBeNull();
    expect(screen.getByText(/m1 refuses it/i).parentElement).toHaveTextContent(
      message,
    );
  });

  it('keeps what was read when the next read fails', async () => {
    const getEntityTopology = jest
      .fn()
      .mockResolvedValueOnce(checkoutTopology())
      .mockRejectedValue(new Error('no answer'));
    await renderForEntity(<WhereItRunsCard />, { getEntityTopology });
    await screen.findByText('member2');
    window.dispatchEvent(new Event('focus'));
    await waitFor(() => expect(getEntityTopology).toHaveBeenCalledTimes(2));
    expect(await screen.findByText(/^last known/)).toBeInTheDocument();
    expect(screen.getByText('member2')).toBeInTheDocument();
  });
});
