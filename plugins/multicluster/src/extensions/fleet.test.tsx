import {
  createFrontendModule,
  FrontendFeature,
  PluginHeaderActionBlueprint,
} from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { MulticlusterApi } from '@fairway/backstage-plugin-multicluster-common';
import { multiclusterApiRef } from '@fairway/backstage-plugin-multicluster-react';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fleetApi } from '../components/fleet/__testUtils__/fleetApi';
import plugin from '../plugin';

// The parts of the page are loaded when they are first shown.
const FIRST_LOAD = { timeout: 15_000 };
jest.setTimeout(30_000);

/** Longer than a filter waits before it goes to the address. */
const pause = () => act(() => new Promise(done => setTimeout(done, 500)));

function renderAt(
  path: string,
  options: {
    features?: FrontendFeature[];
    extensions?: Array<Record<string, { config: Record<string, string> }>>;
    answers?: Partial<MulticlusterApi>;
  } = {},
) {
  renderTestApp({
    features: [plugin, ...(options.features ?? [])],
    config: { app: { extensions: options.extensions ?? [] } },
    initialRouteEntries: [path],
    apis: [
      [
        multiclusterApiRef,
        fleetApi({ clusters: 30, answers: options.answers }),
      ],
      [catalogApiRef, { getEntitiesByRefs: async () => ({ items: [] }) }],
    ],
  });
}

describe('the fleet page in the new frontend system', () => {
  it('opens with the clusters, and has a tab for each of its parts', async () => {
    renderAt('/multicluster');
    expect(
      await screen.findByText('1 cluster is lost.', {}, FIRST_LOAD),
    ).toBeInTheDocument();
    for (const name of ['Clusters', 'Workloads', 'Pipelines', 'Sources']) {
      expect(screen.getAllByRole('tab', { name })[0]).toBeInTheDocument();
    }
  });

  it('opens with the pipelines for whoever may not see the fleet', async () => {
    renderAt('/multicluster', {
      answers: {
        getFleet: async () => {
          throw Object.assign(new Error('no'), { statusCode: 403 });
        },
      },
    });
    expect(
      await screen.findByRole('heading', { name: 'Pipelines' }, FIRST_LOAD),
    ).toBeInTheDocument();
  });

  it.each([
    ['/multicluster/fleet/clusters/prod/member21', 'What did we lose?'],
    ['/multicluster/workloads', '300 workloads'],
    ['/multicluster/sources', 'Production'],
  ])('shows %s', async (path, text) => {
    renderAt(path);
    expect(await screen.findByText(text, {}, FIRST_LOAD)).toBeInTheDocument();
  });

  it.each(['fleet', 'workloads'])(
    'keeps the keyboard in the filter of %s while what was typed goes to the address',
    async path => {
      renderAt(`/multicluster/${path}`);
      const input = await screen.findByRole('combobox', {}, FIRST_LOAD);
      await userEvent.type(input, 'r');
      await pause();
      expect(input).toHaveFocus();
      await userEvent.keyboard('egion:eu');
      await pause();
      expect(input).toHaveValue('region:eu');
      expect(screen.getByRole('combobox')).toBe(input);
      expect(input).toHaveFocus();
    },
  );

  it('has the title that the app configures, and the actions that others add to its header', async () => {
    const actions = createFrontendModule({
      pluginId: 'multicluster',
      extensions: [
        PluginHeaderActionBlueprint.make({
          params: defineParams =>
            defineParams({ loader: async () => <button>Ask the team</button> }),
        }),
      ],
    });
    renderAt('/multicluster/sources', {
      features: [actions],
      extensions: [
        { 'page:multicluster': { config: { title: 'Delivery' } } },
        { 'sub-page:multicluster/sources': { config: { title: 'Origins' } } },
      ],
    });
    expect(
      await screen.findByRole('button', { name: 'Ask the team' }, FIRST_LOAD),
    ).toBeInTheDocument();
    expect(screen.getAllByText('Delivery')[0]).toBeInTheDocument();
    expect(screen.getAllByRole('tab', { name: 'Origins' })[0]).toBeVisible();
    expect(screen.queryByText('Fleet')).not.toBeInTheDocument();
  });
});
