import { DeliverySource } from '@fairway/backstage-plugin-multicluster-node';

/** Facets that are observed. Those that are asked on demand (`detail`, `gates`, `actions`) need no lease. */
const OBSERVED = ['fleet', 'runs'] as const;

/** Names of the facets of a source that are observed, each under a lease of its own. */
export function observedFacets(
  source: Pick<DeliverySource, (typeof OBSERVED)[number]>,
): string[] {
  return OBSERVED.filter(facet => source[facet]);
}
