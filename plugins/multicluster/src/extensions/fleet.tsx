import {
  coreExtensionData,
  ExtensionDefinition,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import PublicIcon from '@material-ui/icons/Public';
import { rootRouteRef } from '../routes';
import { ownTabOf } from './ownTabOf';

const fleetPage = PageBlueprint.makeWithOverrides({
  factory: (original, { config, inputs }) =>
    original({
      path: '/multicluster',
      title: 'Fleet',
      icon: <PublicIcon fontSize="inherit" />,
      routeRef: rootRouteRef,
      noHeader: true,
      loader: async () => {
        const { FleetLayout } = await import('../components/fleet/FleetLayout');
        const tabs = inputs.pages.map(page => {
          const path = page.get(coreExtensionData.routePath);
          return {
            path,
            title: page.get(coreExtensionData.title) ?? path,
            own: ownTabOf(page.node.spec),
            icon: page.get(coreExtensionData.icon),
            element: page.get(coreExtensionData.reactElement),
          };
        });
        return <FleetLayout title={config.title} tabs={tabs} />;
      },
    }),
});

const clustersSubPage = SubPageBlueprint.make({
  name: 'fleet',
  params: {
    path: 'fleet',
    title: 'Clusters',
    loader: () =>
      import('../components/fleet/FleetRoutes').then(m => <m.FleetRoutes />),
  },
});

const workloadsSubPage = SubPageBlueprint.make({
  name: 'workloads',
  params: {
    path: 'workloads',
    title: 'Workloads',
    loader: () =>
      import('../components/fleet/workloads/WorkloadsRoutes').then(m => (
        <m.WorkloadsRoutes />
      )),
  },
});

const pipelinesSubPage = SubPageBlueprint.make({
  name: 'pipelines',
  params: {
    path: 'pipelines',
    title: 'Pipelines',
    loader: () =>
      import('../components/delivery/pages').then(m => <m.PipelinesPage />),
  },
});

const approvalsSubPage = SubPageBlueprint.make({
  name: 'approvals',
  params: {
    path: 'approvals',
    title: 'Approvals',
    loader: () =>
      import('../components/approvals/pages').then(m => <m.ApprovalsRoutes />),
  },
});

const lanesSubPage = SubPageBlueprint.make({
  name: 'lanes',
  params: {
    path: 'lanes',
    title: 'Held dispatch',
    loader: () =>
      import('../components/approvals/pages').then(m => <m.LanesPage />),
  },
});

const auditSubPage = SubPageBlueprint.make({
  name: 'audit',
  params: {
    path: 'audit',
    title: 'Changes',
    loader: () =>
      import('../components/approvals/pages').then(m => <m.ReportPage />),
  },
});

const sourcesSubPage = SubPageBlueprint.make({
  name: 'sources',
  params: {
    path: 'sources',
    title: 'Sources',
    loader: () =>
      import('../components/fleet/sources/SourcesPage').then(m => (
        <m.SourcesPage />
      )),
  },
});

const systemCard = EntityCardBlueprint.make({
  name: 'system',
  params: {
    type: 'content',
    filter: { kind: 'system' },
    loader: () =>
      import('../components/overview/SystemTroubleCard').then(m => (
        <m.SystemTroubleCard />
      )),
  },
});

const groupCard = EntityCardBlueprint.make({
  name: 'group',
  params: {
    type: 'content',
    filter: { kind: 'group' },
    loader: () =>
      import('../components/overview/GroupTroubleCard').then(m => (
        <m.GroupTroubleCard />
      )),
  },
});

const homeWidget = HomePageWidgetBlueprint.make({
  name: 'trouble',
  params: {
    name: 'MulticlusterTrouble',
    // No title: the card around the content would show it in English to everybody.
    description: 'What is wrong among the workloads I own, on any cluster',
    layout: { width: { minColumns: 4 }, height: { minRows: 3 } },
    components: () =>
      import('../components/overview/HomeTroubleContent').then(m => ({
        Content: m.HomeTroubleContent,
      })),
  },
});

/** The fleet page and the overview cards. @internal */
export const fleetExtensions: ExtensionDefinition[] = [
  fleetPage,
  clustersSubPage,
  workloadsSubPage,
  pipelinesSubPage,
  approvalsSubPage,
  lanesSubPage,
  auditSubPage,
  sourcesSubPage,
  systemCard,
  groupCard,
  homeWidget,
];
