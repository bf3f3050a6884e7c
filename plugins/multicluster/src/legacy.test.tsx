import { EntityProvider } from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { multiclusterApiRef } from '@fairway/backstage-plugin-multicluster-react';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import {
  EntityMulticlusterCard,
  EntityMulticlusterContent,
  isMulticlusterAvailable,
} from './legacy';
import { checkoutEntity } from './__testUtils__/checkoutEntity';
import { checkoutTopology } from './__testUtils__/checkoutTopology';
import { fakeApi } from './__testUtils__/fakeApi';

const api = fakeApi({ getEntityTopology: async () => checkoutTopology() });

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
