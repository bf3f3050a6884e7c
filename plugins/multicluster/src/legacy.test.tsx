import { EntityProvider } from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { MulticlusterApi } from '@fairway/backstage-plugin-multicluster-common';
import { multiclusterApiRef } from '@fairway/backstage-plugin-multicluster-react';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import {
  EntityMulticlusterCard,
  EntityMulticlusterContent,
  EntityMulticlusterDeliveryCard,
  EntityMulticlusterDeliveryContent,
  isMulticlusterAvailable,
  isMulticlusterDeliveryAvailable,
} from './legacy';
import { checkoutEntity } from './__testUtils__/checkoutEntity';
import { checkoutTopology } from './__testUtils__/checkoutTopology';
import { buildEntityRuns } from './__testUtils__/delivery/buildEntityRuns';
import { buildPromotion } from './__testUtils__/delivery/buildPromotion';
import { fakeApi } from './__testUtils__/fakeApi';

const api = fakeApi<MulticlusterApi>({
  getEntityTopology: async () => checkoutTopology(),
  getEntityRuns: async () => buildEntityRuns(),
  getEntityPromotion: async () => buildPromotion(),
});

describe('the plugin in the classic frontend system', () => {
  it('shows the card where the tab is not installed', async () => {
    await renderInTestApp(
      <TestApiProvider apis={[[multiclusterApiRef, api]]}>
        <EntityProvider entity={checkoutEntity}>
          <EntityMulticlusterCard />
        </EntityProvider>
      </TestApiProvider>,
    );
    expect(await screen.findByText('member2')).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Topology' })).toBeNull();
  });

  it('shows the tab', async () => {
    await renderInTestApp(
      <TestApiProvider apis={[[multiclusterApiRef, api]]}>
        <EntityProvider entity={checkoutEntity}>
          <Routes>
            <Route path="/" element={<EntityMulticlusterContent />} />
          </Routes>
        </EntityProvider>
      </TestApiProvider>,
    );
    expect(await screen.findByRole('treegrid')).toBeInTheDocument();
  });

  it('shows the card of deliveries where neither its tab nor the pages are installed', async () => {
    await renderInTestApp(
      <TestApiProvider apis={[[multiclusterApiRef, api]]}>
        <EntityProvider entity={checkoutEntity}>
          <EntityMulticlusterDeliveryCard />
        </EntityProvider>
      </TestApiProvider>,
    );
    expect(await screen.findByText('canary')).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'canary' })).toBeNull();
    expect(screen.queryByRole('link', { name: 'All runs' })).toBeNull();
  });

  it('shows the tab of deliveries', async () => {
    await renderInTestApp(
      <TestApiProvider apis={[[multiclusterApiRef, api]]}>
        <EntityProvider entity={checkoutEntity}>
          <Routes>
            <Route path="/" element={<EntityMulticlusterDeliveryContent />} />
          </Routes>
        </EntityProvider>
      </TestApiProvider>,
    );
    expect(
      await screen.findByRole('region', { name: 'Versions by environment' }),
    ).toBeInTheDocument();
  });

  it.each([
    [{ 'fairway.io/pipelines': 'name=checkout' }, true],
    [{ 'backstage.io/kubernetes-id': 'checkout' }, true],
    [{ 'backstage.io/techdocs-ref': 'dir:.' }, false],
  ])(
    'with annotations %j may have deliveries: %s',
    (annotations, available) => {
      expect(
        isMulticlusterDeliveryAvailable({
          ...checkoutEntity,
          metadata: { name: 'checkout', annotations },
        }),
      ).toBe(available);
    },
  );

  it.each([
    [{ 'backstage.io/kubernetes-id': 'checkout' }, true],
    [{ 'backstage.io/kubernetes-label-selector': 'app=checkout' }, true],
    [{ 'fairway.io/workloads': 'Deployment.apps/default/checkout' }, true],
    [{ 'fairway.io/policy': 'default/checkout' }, true],
    [{ 'backstage.io/techdocs-ref': 'dir:.' }, false],
    [undefined, false],
  ])('with annotations %j is available: %s', (annotations, available) => {
    expect(
      isMulticlusterAvailable({
        ...checkoutEntity,
        metadata: { name: 'checkout', annotations },
      }),
    ).toBe(available);
  });
});
