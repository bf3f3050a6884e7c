import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { entityFilter } from '../entityFilter';
import { entityContentRouteRef } from '../routes';

const whereItRunsCard = EntityCardBlueprint.make({
  name: 'where-it-runs',
  params: {
    type: 'content',
    filter: entityFilter,
    loader: () =>
      import('../components/entity/WhereItRunsCard').then(m => (
        <m.WhereItRunsCard />
      )),
  },
});

const clustersContent = EntityContentBlueprint.make({
  params: {
    path: '/clusters',
    title: 'Clusters',
    group: 'deployment',
    icon: 'cloud',
    routeRef: entityContentRouteRef,
    filter: entityFilter,
    loader: () =>
      import('../components/entity/ClustersContent').then(m => (
        <m.ClustersContent />
      )),
  },
});

/** What the pages of entities get. @internal */
export const entityExtensions = [whereItRunsCard, clustersContent];
