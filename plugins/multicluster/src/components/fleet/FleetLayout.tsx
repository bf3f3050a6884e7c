import {
  BreadcrumbEntry,
  IconElement,
  PageLayout,
  Progress,
  pluginHeaderActionsApiRef,
  swappableComponentsApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import PublicIcon from '@material-ui/icons/Public';
import { multiclusterPagesTranslationRef } from '@fairway/backstage-plugin-multicluster-react';
import { lazy, ReactElement, Suspense, useMemo } from 'react';
import { Route, Routes } from 'react-router-dom';
import { OwnTab } from '../../extensions/ownTabOf';
import { Landing } from './frame/Landing';
import { useFleetLinks } from './frame/useFleetLinks';

const LazyRunsRoutes = lazy(() =>
  import('../delivery/pages').then(m => ({ default: m.RunsRoutes })),
);

/** A tab of the page. */
export interface FleetTab {
  /** Below the path of the page, without slashes. */
  path: string;
  /** As the extension or the configuration of the app names it. */
  title: string;
  /** One of ours, whose title is said in the language of the reader. */
  own?: OwnTab;
  icon?: IconElement;
  element: ReactElement;
}

/** Props of {@link FleetLayout}. */
export interface FleetLayoutProps {
  /** As the app configures it; else the page has the title we give it, in the language of the reader. */
  title?: string;
  tabs: FleetTab[];
}

/**
 * The page with its tabs, in the new frontend system. Drawn here and not by the blueprint, because that knows titles in one
 * language only; what apps can configure and add is as with the blueprint.
 */
export function FleetLayout(props: FleetLayoutProps) {
  const { title: configured, tabs } = props;
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const links = useFleetLinks();
  const actions = useApi(pluginHeaderActionsApiRef);
  const components = useApi(swappableComponentsApiRef);
  // Looked up once: PageLayout itself gets a new component each time it is drawn, and with it everything on the page would be
  // mounted again at each change of the address: what is typed into a filter would lose the keyboard at the first pause.
  const Layout = useMemo(
    () => components.getComponent(PageLayout.ref),
    [components],
  );
  const titleOf = ({ own, title }: FleetTab) =>
    own ? t(`fleet.page.${own}`) : title;
  return (
    <Layout
      title={configured ?? t('fleet.page.title')}
      icon={<PublicIcon fontSize="inherit" />}
      titleLink={links.fleet()}
      headerActions={actions.getPluginHeaderActions('multicluster')}
      tabs={tabs.map(tab => ({
        id: tab.path,
        label: titleOf(tab),
        icon: tab.icon,
        href: tab.path,
      }))}
    >
      {/* Nothing around the page in this system says which part of the screen it is. */}
      <main>
        <Routes>
          {tabs.length > 0 && (
            <Route
              index
              element={<Landing tabs={tabs.map(tab => tab.path)} />}
            />
          )}
          {/* Below the page and no tab of it: whoever may see a run need not see the fleet. */}
          <Route
            path="runs/*"
            element={
              <Suspense fallback={<Progress />}>
                <LazyRunsRoutes />
              </Suspense>
            }
          />
          {tabs.map(tab => (
            <Route
              key={tab.path}
              path={`${tab.path}/*`}
              element={
                <BreadcrumbEntry
                  entry={{ label: titleOf(tab), href: tab.path }}
                >
                  {tab.element}
                </BreadcrumbEntry>
              }
            />
          ))}
        </Routes>
      </main>
    </Layout>
  );
}
