import {
  EntityRuns,
  MulticlusterApi,
} from '@fairway/backstage-plugin-multicluster-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { buildEntityRuns } from '../../../__testUtils__/delivery/buildEntityRuns';
import { buildPromotion } from '../../../__testUtils__/delivery/buildPromotion';
import { buildRunRow } from '../../../__testUtils__/delivery/buildRun';
import { giveElementsSize } from '../../../__testUtils__/giveElementsSize';
import { renderForEntity } from '../../../__testUtils__/renderForEntity';
import { DeliveryContent } from './DeliveryContent';

const runs = (options: Partial<EntityRuns> = {}) =>
  buildEntityRuns({
    items: [
      buildRunRow({ number: 12 }),
      buildRunRow({
        id: 'run-old',
        number: 11,
        status: 'failed',
        detail: 'rolled-back',
      }),
    ],
    ...options,
  });

const show = (answers: Partial<MulticlusterApi> = {}) =>
  renderForEntity(<DeliveryContent />, {
    getEntityPromotion: async () => buildPromotion(),
    getEntityRuns: async () => runs(),
    ...answers,
  });

const matrix = async () =>
  within(
    await screen.findByRole('region', { name: 'Versions by environment' }),
  );

const cellsOf = async (row: string) => {
  const head = (await matrix()).getByRole('rowheader', { name: row });
  const cells = within(head.closest('tr')!).getAllByRole('cell');
  return cells.filter(cell => cell.hasAttribute('data-environment'));
};

describe('DeliveryContent', () => {
  giveElementsSize();

  it('has environments as columns in the order of promotion', async () => {
    await show();
    const heads = (await matrix()).getAllByRole('columnheader');
    expect(heads.map(head => head.textContent)).toEqual([
      'development',
      'development → test',
      'test',
      'test → production',
      'production',
    ]);
  });

  it('says which version is where, which tag names no content, and whose commit it is', async () => {
    await show();
    const [development, test, production] = await cellsOf('Version');
    expect(development).toHaveTextContent('SNAPSHOT');
    expect(development).toHaveTextContent('tag, not pinned');
    expect(development).toHaveTextContent('2 different images');
    expect(test).toHaveTextContent('v1.8.3');
    expect(production).toHaveTextContent('v1.8.2');
    const [commit] = await cellsOf('Commit');
    expect(commit).toHaveTextContent('71ab0d4');
    expect((await cellsOf('By'))[1]).toHaveTextContent('owner-1');
    expect((await cellsOf('Since'))[1]).toHaveTextContent('2 d');
  });

  it('draws an environment whose clusters are not read as last known, with a clock', async () => {
    await show();
    const [, , production] = await cellsOf('Clusters');
    expect(production).toHaveTextContent('Last known: healthy');
    expect(
      production.querySelector('[data-cluster="shire"] [data-shape]'),
    ).toHaveAttribute('data-shape', 'stale');
    expect(production).toHaveTextContent('1 of 1 read · 1 last known');
    expect((await cellsOf('State'))[2]).toHaveTextContent(
      'Last known: healthy',
    );
  });

  it('says between environments what would change and what brings it on', async () => {
    await show();
    const between = (await matrix())
      .getByText('v1.8.2 → v1.8.3')
      .closest('td')!;
    expect(between).toHaveTextContent('Copies 2 → 4');
    expect(between).toHaveTextContent('Configuration checkout: changed');
    expect(
      within(between).getByRole('link', { name: 'Compare commits' }),
    ).toHaveAttribute('href', 'https://git.example/compare/a...b');
    expect(between).toHaveTextContent('Approve WAIT_APPROVAL of canary');
    expect((await matrix()).getByText('Nothing would change')).toBeVisible();
    expect(
      (await matrix()).getByText('Nothing that is read brings it on'),
    ).toBeVisible();
  });

  it('names the tool where the gate of the next step is decided', async () => {
    const { environments, ...rest } = buildPromotion();
    const step = rest.steps.find(({ next }) => next.kind === 'gate')!;
    await show({
      getEntityPromotion: async () => ({
        ...rest,
        environments: environments.map(environment =>
          environment.name === step.to
            ? { ...environment, run: buildRunRow() }
            : environment,
        ),
      }),
    });
    const next = (await matrix())
      .getByText('Approve WAIT_APPROVAL of canary')
      .closest('[data-step]') as HTMLElement;
    expect(
      within(next).getByRole('link', { name: 'Approve in PipeCD' }),
    ).toHaveAttribute('title', 'WAIT_APPROVAL');
  });

  it('says of an environment that is ahead that it is, not what an older version would change', async () => {
    const { changes, ...rest } = buildPromotion({ steps: [] });
    await show({
      getEntityPromotion: async () => ({
        ...rest,
        changes: changes.map(({ from, to }) => ({
          from,
          to,
          images: [],
          configuration: [],
          ahead: true,
        })),
      }),
    });
    expect(
      (await matrix()).getByText(
        'production is ahead: it runs something newer',
      ),
    ).toBeVisible();
    expect((await matrix()).queryByText('Nothing would change')).toBeNull();
  });

  it('compares nothing with an environment where nothing runs', async () => {
    const { environments, ...rest } = buildPromotion({ steps: [] });
    const [development, ...others] = environments;
    await show({
      getEntityPromotion: async () => ({
        ...rest,
        environments: [
          { ...development, health: 'absent', versions: [] },
          ...others,
        ],
      }),
    });
    expect((await matrix()).queryByText('Nothing would change')).toBeNull();
    expect((await cellsOf('State'))[0]).toHaveTextContent('Not there');
  });

  it('says why it does not go on, with the evidence in order for who asks', async () => {
    await show();
    const blocked = (await matrix())
      .getByText('Approvals missing')
      .closest('[data-blocked]') as HTMLElement;
    expect(blocked).toHaveTextContent('one of two approvals is missing');
    const details = blocked.querySelector('details')!;
    expect(details.open).toBe(false);
    await userEvent.click(within(blocked).getByText('Why'));
    expect(details.open).toBe(true);
    expect(
      within(details)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual(['1 of 2 given by sre-1', 'shire was not read']);
  });

  it('compares manifests only once somebody asks, as text', async () => {
    const getPromotionDiff = jest.fn(async () => ({
      entityRef: 'component:default/canary',
      from: 'development',
      to: 'test',
      observedAt: '2026-11-21T08:00:00Z',
      workloads: [
        {
          kind: 'Deployment',
          name: 'shop',
          now: { state: 'read' as const, cluster: 'gondor' },
          next: { state: 'read' as const, cluster: 'rohan' },
          hunks: [
            {
              line: 1,
              lines: [
                { change: 'same' as const, text: 'kind: Deployment' },
                { change: 'removed' as const, text: 'image: shop:v1' },
                { change: 'added' as const, text: 'image: <b>v2</b>' },
              ],
            },
          ],
        },
        {
          kind: 'Job',
          name: 'nightly',
          now: {
            state: 'unread' as const,
            cluster: 'gondor',
            reason: { code: 'x', params: {}, text: 'gondor refused' },
          },
          next: { state: 'read' as const, cluster: 'rohan' },
        },
      ],
    }));
    await show({ getPromotionDiff });
    const [asked] = (await matrix()).getAllByText('Compare manifests');
    expect(getPromotionDiff).not.toHaveBeenCalled();
    await userEvent.click(asked);
    const table = await matrix();
    expect(await table.findByText('+ image: <b>v2</b>')).toHaveAttribute(
      'data-change',
      'added',
    );
    expect(table.getByText(/gondor refused/)).toHaveTextContent(
      'test: cannot be read.',
    );
    expect(getPromotionDiff).toHaveBeenCalledTimes(1);
    expect(getPromotionDiff).toHaveBeenCalledWith(
      expect.objectContaining({ from: 'development', to: 'test' }),
      expect.anything(),
    );
  });

  it('lists commits only once somebody asks, as text, with how many there are beyond', async () => {
    const getPromotionCommits = jest.fn(async () => ({
      entityRef: 'component:default/canary',
      from: 'test',
      to: 'production',
      base: 'a'.repeat(40),
      head: 'b'.repeat(40),
      commits: [
        {
          sha: 'b'.repeat(40),
          title: 'Say <b>hello</b>',
          author: 'Olivia',
          at: '2026-11-21T08:00:00Z',
          url: 'https://git.example/commit/b',
        },
      ],
      omitted: 7,
      observedAt: '2026-11-21T08:00:00Z',
    }));
    await show({ getPromotionCommits });
    const [asked] = (await matrix()).getAllByText('List commits');
    expect(getPromotionCommits).not.toHaveBeenCalled();
    await userEvent.click(asked);
    const table = await matrix();
    expect(await table.findByText(/Say <b>hello<\/b>/)).toHaveTextContent(
      'Olivia',
    );
    expect(table.getByRole('link', { name: 'bbbbbbb' })).toHaveAttribute(
      'href',
      'https://git.example/commit/b',
    );
    expect(table.getByText('and 7 more')).toBeVisible();
    expect(getPromotionCommits).toHaveBeenCalledTimes(1);
    expect(getPromotionCommits).toHaveBeenCalledWith(
      expect.objectContaining({ from: 'test', to: 'production' }),
      expect.anything(),
    );
  });

  it('leaves two revisions where commits cannot be listed, and says why', async () => {
    await show({
      getPromotionCommits: async () => ({
        entityRef: 'component:default/canary',
        from: 'test',
        to: 'production',
        base: 'a'.repeat(40),
        head: 'b'.repeat(40),
        commits: [],
        sentence: {
          code: 'x',
          params: {},
          text: 'git.example is not configured',
        },
        observedAt: '2026-11-21T08:00:00Z',
      }),
    });
    const [asked] = (await matrix()).getAllByText('List commits');
    await userEvent.click(asked);
    const table = await matrix();
    expect(
      await table.findByText('git.example is not configured'),
    ).toBeVisible();
    expect(table.getByText('aaaaaaa → bbbbbbb')).toBeVisible();
  });

  it('draws no bar of a lead time without an end, and says why it has none', async () => {
    await show({
      getEntityPromotion: async () =>
        buildPromotion({
          leadTime: {
            buildMs: 1000,
            open: { code: 'x', params: {}, text: 'The change is under way' },
          },
        }),
    });
    const lead = await screen.findByRole('region', { name: 'Lead time' });
    expect(lead).toHaveTextContent('The change is under way');
    expect(lead).toHaveTextContent('build 1 s');
    expect(lead.querySelector('[aria-hidden] > span')).toBeNull();
  });

  it('splits the lead time in words', async () => {
    await show();
    const lead = within(
      await screen.findByRole('region', { name: 'Lead time' }),
    );
    expect(lead.getByText('Lead time 3 h 10 min')).toBeInTheDocument();
    expect(lead.getAllByRole('listitem').map(item => item.textContent)).toEqual(
      [
        'build 6 min 0 s',
        'queue 20 min 0 s',
        'people 2 h 40 min',
        'deploy 4 min 0 s',
      ],
    );
  });

  it('lists the runs, and reads those of a status when asked to', async () => {
    const getEntityRuns = jest.fn<
      ReturnType<MulticlusterApi['getEntityRuns']>,
      Parameters<MulticlusterApi['getEntityRuns']>
    >(async ({ status }) => {
      const all = runs();
      const items = all.items.filter(
        run => !status || status.includes(run.status),
      );
      return { ...all, items, total: items.length };
    });
    await show({ getEntityRuns });
    const table = await screen.findByRole('grid', {
      name: 'Runs, newest first',
    });
    expect(within(table).getByText('canary #12')).toBeInTheDocument();
    expect(within(table).getByText('Rolled back')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Which runs' }));
    await userEvent.click(screen.getByRole('option', { name: 'Failed' }));
    await waitFor(() => expect(screen.queryByText('canary #12')).toBeNull());
    expect(await screen.findByText('canary #11')).toBeInTheDocument();
    expect(getEntityRuns.mock.lastCall?.[0].status).toEqual(['failed']);
  });

  it('shows the runs although versions by environment could not be read', async () => {
    await show({
      getEntityPromotion: async () => {
        throw new Error('no answer');
      },
    });
    expect(await screen.findByText('canary #12')).toBeInTheDocument();
    expect(screen.getByText('This could not be read')).toBeInTheDocument();
  });

  it('never says of environments that were not read that there are none', async () => {
    await show({
      getEntityPromotion: async () =>
        buildPromotion({
          environments: [],
          changes: [],
          steps: [],
          leadTime: undefined,
          coverage: { seen: 0, total: null, stale: 0, problems: [] },
        }),
    });
    expect(
      await screen.findByText('Environments were not read yet'),
    ).toBeInTheDocument();
  });
});
