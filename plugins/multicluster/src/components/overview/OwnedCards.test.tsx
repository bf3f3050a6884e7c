import { Entity } from '@backstage/catalog-model';
import { IdentityApi, identityApiRef } from '@backstage/core-plugin-api';
import { catalogApiRef, EntityProvider } from '@backstage/plugin-catalog-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { MulticlusterApi } from '@fairway/backstage-plugin-multicluster-common';
import { multiclusterApiRef } from '@fairway/backstage-plugin-multicluster-react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ReactElement } from 'react';
import { fakeApi } from '../../__testUtils__/fakeApi';
import { GroupTroubleCard } from './GroupTroubleCard';
import { HomeTroubleContent } from './HomeTroubleContent';
import { SystemTroubleCard } from './SystemTroubleCard';

const listWorkloads = jest.fn(async () => ({
  revision: '1',
  items: [],
  total: 0,
  coverage: { seen: 0, total: 0, stale: 0, problems: [] },
}));

function entity(kind: string, type: string, targetRef: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name: 'shop' },
    relations: [{ type, targetRef }],
  };
}

async function renderOwned(
  element: ReactElement,
  identity: IdentityApi = mockApis.identity({
    userEntityRef: 'user:default/ada',
    ownershipEntityRefs: ['user:default/ada', 'group:default/shop'],
  }),
) {
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [multiclusterApiRef, fakeApi<MulticlusterApi>({ listWorkloads })],
        [catalogApiRef, { getEntitiesByRefs: async () => ({ items: [] }) }],
        [identityApiRef, identity],
      ]}
    >
      {element}
    </TestApiProvider>,
  );
}

describe('cards of what is owned', () => {
  beforeEach(() => listWorkloads.mockClear());

  it('asks for the parts of a system', async () => {
    await renderOwned(
      <EntityProvider
        entity={entity('System', 'hasPart', 'component:default/checkout')}
      >
        <SystemTroubleCard />
      </EntityProvider>,
    );
    expect(
      await screen.findByText('What is wrong in this system'),
    ).toBeInTheDocument();
    expect(listWorkloads).toHaveBeenCalledWith(
      expect.objectContaining({
        entityRefs: ['system:default/shop', 'component:default/checkout'],
      }),
      expect.anything(),
    );
  });

  it('asks for what a group and the groups below it own', async () => {
    await renderOwned(
      <EntityProvider
        entity={entity('Group', 'parentOf', 'group:default/shop-web')}
      >
        <GroupTroubleCard />
      </EntityProvider>,
    );
    expect(
      await screen.findByText('What is wrong among what we own'),
    ).toBeInTheDocument();
    expect(listWorkloads).toHaveBeenCalledWith(
      expect.objectContaining({
        ownedBy: ['group:default/shop', 'group:default/shop-web'],
      }),
      expect.anything(),
    );
  });

  it('asks for what the reader owns', async () => {
    await renderOwned(<HomeTroubleContent />);
    expect(
      await screen.findByText('Nothing here runs on a cluster yet.'),
    ).toBeInTheDocument();
    expect(listWorkloads).toHaveBeenCalledWith(
      expect.objectContaining({
        ownedBy: ['user:default/ada', 'group:default/shop'],
      }),
      expect.anything(),
    );
  });

  it('says so when nobody can tell who the reader is, and asks again when told to', async () => {
    const identity = mockApis.identity({ ownershipEntityRefs: [] });
    jest
      .spyOn(identity, 'getBackstageIdentity')
      .mockRejectedValueOnce(new Error('signed out'));
    await renderOwned(<HomeTroubleContent />, identity);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(
      await screen.findByText('Nothing here runs on a cluster yet.'),
    ).toBeInTheDocument();
  });
});
