import { Entity } from '@backstage/catalog-model';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { MulticlusterApi } from '@fairway/backstage-plugin-multicluster-common';
import { multiclusterApiRef } from '@fairway/backstage-plugin-multicluster-react';
import { ReactElement } from 'react';
import { checkoutEntity } from './checkoutEntity';
import { fakeApi } from './fakeApi';

/** Renders a part of the page of an entity over an API that answers what it is given. */
export async function renderForEntity(
  element: ReactElement,
  answers: Partial<MulticlusterApi>,
  options: { entity?: Entity; path?: string } = {},
) {
  return renderInTestApp(
    <TestApiProvider
      apis={[[multiclusterApiRef, fakeApi<MulticlusterApi>(answers)]]}
    >
      <EntityProvider entity={options.entity ?? checkoutEntity}>
        {element}
      </EntityProvider>
    </TestApiProvider>,
    { routeEntries: [options.path ?? '/'] },
  );
}
