import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { renderTestApp } from '@backstage/frontend-test-utils';
import {
  ApprovalsApi,
  MulticlusterApi,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  approvalsApiRef,
  multiclusterApiRef,
} from '@fairway/backstage-plugin-multicluster-react';
import { screen } from '@testing-library/react';
import plugin from './plugin';
import { checkoutEntity } from './__testUtils__/checkoutEntity';
import { checkoutTopology } from './__testUtils__/checkoutTopology';
import { buildApproval } from './__testUtils__/approvals/buildApproval';
import { fullCoverage } from './__testUtils__/approvals/fullCoverage';
import { buildEntityRuns } from './__testUtils__/delivery/buildEntityRuns';
import { buildPromotion } from './__testUtils__/delivery/buildPromotion';
import { fakeApi } from './__testUtils__/fakeApi';

const api = fakeApi<MulticlusterApi>({
  getEntityTopology: async () => checkoutTopology(),
  getEntityRuns: async () => buildEntityRuns(),
  getEntityPromotion: async () => buildPromotion(),
});

const approvals = fakeApi<ApprovalsApi>({
  listApprovals: async () => ({
    items: [buildApproval()],
    total: 1,
    mine: 1,
    revision: '1',
    coverage: fullCoverage,
  }),
});

describe('the plugin in the new frontend system', () => {
  it('shows on the page of an entity where it runs', async () => {
    renderTestApp({
      features: [plugin],
      extensions: [createTestEntityPage({ entity: checkoutEntity })],
      apis: [
        [multiclusterApiRef, api],
        [approvalsApiRef, approvals],
      ],
    });
    expect(
      await screen.findByRole('heading', { name: 'Where it runs' }),
    ).toBeInTheDocument();
    expect(await screen.findByText('member2')).toBeInTheDocument();
  });

  it('shows on the page of an entity how its pipelines fare, with the way to all runs and to each', async () => {
    renderTestApp({
      features: [plugin],
      extensions: [createTestEntityPage({ entity: checkoutEntity })],
      apis: [
        [multiclusterApiRef, api],
        [approvalsApiRef, approvals],
      ],
    });
    expect(
      await screen.findByRole('heading', { name: 'Delivery' }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: 'All runs' }),
    ).toHaveAttribute('href', expect.stringMatching(/\/delivery$/));
    expect(screen.getByRole('link', { name: 'canary' })).toHaveAttribute(
      'href',
      '/multicluster/runs/run-canary',
    );
  });

  it('shows on the page of an entity what waits for people, with the button', async () => {
    renderTestApp({
      features: [plugin],
      extensions: [createTestEntityPage({ entity: checkoutEntity })],
      apis: [
        [multiclusterApiRef, api],
        [approvalsApiRef, approvals],
      ],
    });
    expect(
      await screen.findByRole('heading', { name: 'Approvals' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Deliver checkout to production' }),
    ).toHaveAttribute('href', '/multicluster/approvals/r1');
    expect(screen.getByRole('button', { name: 'Approve' })).toBeEnabled();
  });

  it('shows nothing on an entity that does not say how to find its workloads', async () => {
    renderTestApp({
      features: [plugin],
      extensions: [
        createTestEntityPage({
          entity: {
            ...checkoutEntity,
            metadata: { name: 'checkout', title: 'Checkout' },
          },
        }),
      ],
      apis: [
        [multiclusterApiRef, api],
        [approvalsApiRef, approvals],
      ],
    });
    await expect(
      screen.findByRole('heading', { name: 'Where it runs' }, { timeout: 500 }),
    ).rejects.toThrow();
  });
});
