import { BreadcrumbEntry, PageLayout } from '@backstage/frontend-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import PublicIcon from '@material-ui/icons/Public';
import { multiclusterPagesTranslationRef } from '@fairway/backstage-plugin-multicluster-react';
import { ReactElement } from 'react';
import { Navigate, Route, Routes } from 'react-router-dom';
import { useFleetLinks } from './frame/useFleetLinks';

/** A tab of the page. */
export interface FleetTab {
  /** Below the path of the page, without slashes. */
  path: string;
  /** As the extension or the configuration of the app names it. */
  title: string;
  element: ReactElement;
}

/** Props of {@link FleetLayout}. */
export interface FleetLayoutProps {
  tabs: FleetTab[];
}

/**
 * The page with its tabs, in the new frontend system. Drawn here and not by the blueprint, because that knows titles in one
 * language only.
 */
export function FleetLayout(props: FleetLayoutProps) {
  const { tabs } = props;
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const links = useFleetLinks();
  const titleOf = useTabTitle();
  return (
    <PageLayout
      title={t('fleet.page.title')}
      icon={<PublicIcon fontSize="inherit" />}
      titleLink={links.fleet()}
      tabs={tabs.map(({ path, title }) => ({
        id: path,
        label: titleOf(title),
        href: path,
      }))}
    >
      {/* Nothing around the page in this system says which part of the screen it is. */}
      <main>
        <Routes>
          {tabs.length > 0 && (
            <Route index element={<Navigate to={tabs[0].path} replace />} />
          )}
          {tabs.map(({ path, title, element }) => (
            <Route
              key={path}
              path={`${path}/*`}
              element={
                <BreadcrumbEntry entry={{ label: titleOf(title), href: path }}>
                  {element}
                </BreadcrumbEntry>
              }
            />
          ))}
        </Routes>
      </main>
    </PageLayout>
  );
}

/** Titles of our own tabs in the language of the reader; one that the app configures is left as it is. */
function useTabTitle(): (title: string) => string {
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  return title => {
    switch (title) {
      case 'Clusters':
        return t('fleet.page.clusters');
      case 'Workloads':
        return t('fleet.page.workloads');
      case 'Sources':
        return t('fleet.page.sources');
      default:
        return title;
    }
  };
}
