import {
  MulticlusterApi,
  PipelineRow,
} from '@fairway/backstage-plugin-multicluster-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { buildPipeline } from '../../../__testUtils__/delivery/buildPipeline';
import { said } from '../../../__testUtils__/delivery/said';
import { fakeApi } from '../../../__testUtils__/fakeApi';
import { giveElementsSize } from '../../../__testUtils__/giveElementsSize';
import { renderPage } from '../../fleet/__testUtils__/renderPage';

function rowOf(index: number, options: Partial<PipelineRow> = {}): PipelineRow {
  const {
    match: _,
    stages: __,
    gates: ___,
    placedNowhere: ____,
    ...pipeline
  } = buildPipeline();
  return {
    ...pipeline,
    id: `p${index}`,
    name: `pipeline-${index}`,
    entityRefs: ['component:default/checkout'],
    gatesWaiting: 0,
    ...options,
  };
}

const list = (
  items: PipelineRow[],
  coverage: { seen: number; total: number | null } = {
    seen: items.length,
    total: items.length,
  },
) => ({
  listPipelines: jest.fn<
    ReturnType<MulticlusterApi['listPipelines']>,
    Parameters<MulticlusterApi['listPipelines']>
  >(async () => ({
    revision: '1',
    coverage: { stale: 0, problems: [], ...coverage },
    items,
    total: items.length,
  })),
});

const show = (answers: Partial<MulticlusterApi>, search = '') =>
  renderPage(
    fakeApi<MulticlusterApi>(answers),
    `/multicluster/pipelines${search}`,
  );

describe('PipelinesPage', () => {
  giveElementsSize();

  it('lists pipelines with their latest run, sync, who runs them and what waits', async () => {
    await show(
      list([
        rowOf(0, { gatesWaiting: 2, sync: { status: 'out-of-sync' } }),
        rowOf(1, {
          agent: { nativeId: 'p', name: 'piped-2', state: 'offline' },
          latest: undefined,
        }),
      ]),
    );
    const table = await screen.findByRole('grid', {
      name: 'Pipelines, worst first',
    });
    const [, first, second] = within(table).getAllByRole('row');
    expect(first).toHaveTextContent('pipeline-0');
    expect(first).toHaveTextContent('Waiting');
    expect(first).toHaveTextContent('1 of 2 given by sre-1');
    expect(first).toHaveTextContent('2 approvals');
    expect(first).toHaveTextContent('Out of sync');
    expect(first).toHaveTextContent('v0.33.0');
    expect(second).toHaveTextContent('Has not run yet');
    expect(second).toHaveTextContent('piped-2offline');
    expect(screen.getByText('2 pipelines')).toBeInTheDocument();
  });

  it('names all who may approve, for keys and pointers alike, where the row cuts them short', async () => {
    await show(list([rowOf(0, { gatesWaiting: 1 })]));
    const count = await screen.findByRole('button', { name: /1 approval/ });
    await userEvent.tab();
    while (document.activeElement !== count) {
      await userEvent.tab();
    }
    const tip = await screen.findByRole('tooltip');
    expect(tip).toHaveTextContent('1 of 2 given by sre-1');
    expect(count).toHaveAttribute('aria-describedby', tip.id);
  });

  it('draws no success where what was delivered is not well', async () => {
    const latest = {
      ...buildPipeline().latest!,
      status: 'succeeded' as const,
      detail: undefined,
    };
    const deployed = { ...said('Not well on member2'), tone: 'bad' as const };
    await show(list([rowOf(0, { latest }), rowOf(1, { latest, deployed })]));
    const table = await screen.findByRole('grid');
    const words = within(table).getAllByText('Succeeded');
    const looks = words.map(word =>
      word
        .parentElement!.querySelector('[data-shape]')!
        .getAttribute('data-shape'),
    );
    expect(looks).toEqual(['ok', 'warn']);
    expect(within(table).getByText('Not well on member2')).toBeVisible();
  });

  it('draws nothing as it is now of a source that is not read', async () => {
    await show(list([rowOf(0, { freshness: { state: 'last-known' } })]));
    const table = await screen.findByRole('grid');
    expect(within(table).getByText('Last known: waiting')).toBeInTheDocument();
    expect(within(table).queryByText('online')).toBeNull();
  });

  it('says of an agent that is away that it is, although the rest is last known for that', async () => {
    await show(
      list([
        rowOf(0, {
          freshness: { state: 'last-known' },
          agent: { nativeId: 'p', name: 'piped-2', state: 'offline' },
        }),
      ]),
    );
    const table = await screen.findByRole('grid');
    expect(within(table).getByText('offline')).toBeInTheDocument();
  });

  it('asks for what the filter says and offers its properties', async () => {
    const answers = list([rowOf(0)]);
    await show(answers, '?filter=status%3Awaiting');
    const input = await screen.findByRole('combobox', {
      name: 'Filter pipelines',
    });
    expect(input).toHaveValue('status:waiting');
    expect(answers.listPipelines.mock.calls[0][0].filter).toBe(
      'status:waiting',
    );
    await userEvent.clear(input);
    await userEvent.type(input, 'stat');
    expect(screen.getByRole('option', { name: 'status:' })).toBeInTheDocument();
  });

  it.each([
    ['nothing was read', { seen: 0, total: null }, '', 'No pipeline is known'],
    ['there is none', { seen: 0, total: 0 }, '', 'No pipelines yet'],
    [
      'the filter leaves none',
      { seen: 4, total: 4 },
      '?filter=name%3Ax',
      'No pipeline matches this filter',
    ],
  ])('says it when %s', async (_, coverage, search, title) => {
    await show(list([], coverage), search);
    expect(await screen.findByText(title)).toBeInTheDocument();
  });
});
