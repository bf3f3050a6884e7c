import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { FleetFacet } from '@fairway/backstage-plugin-multicluster-node';
import { fakeFacet } from '../inventory/__testUtils__/fakeFacet';

/** A fleet facet that observes nothing until it is stopped. */
export function fakeFleet(): FleetFacet {
  return {
    ...fakeFacet(),
    observe: ({ signal }) =>
      new Promise(resolve => signal.addEventListener('abort', () => resolve())),
    explainUnplaced: ({ policies }) =>
      sentence('test.unplaced', { policies: policies.length }),
    explainLoss: ({ cluster }) => sentence('test.loss', { name: cluster.name }),
  };
}
