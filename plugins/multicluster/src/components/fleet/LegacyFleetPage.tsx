import { Header, HeaderTabs, Link, Page } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { multiclusterPagesTranslationRef } from '@fairway/backstage-plugin-multicluster-react';
import { Route, Routes, useLocation } from 'react-router-dom';
import { ApprovalsRoutes, LanesPage, ReportPage } from '../approvals/pages';
import { PipelinesPage, RunsRoutes } from '../delivery/pages';
import { FleetRoutes } from './FleetRoutes';
import { Landing } from './frame/Landing';
import { useFleetLinks } from './frame/useFleetLinks';
import { SourcesPage } from './sources/SourcesPage';
import { WorkloadsRoutes } from './workloads/WorkloadsRoutes';

/** The page with its tabs, in the classic frontend system. */
export function LegacyFleetPage() {
  const { t } = useTranslationRef(multiclusterPagesTranslationRef);
  const links = useFleetLinks();
  const { pathname } = useLocation();
  const tabs = [
    { id: 'fleet', label: t('fleet.page.clusters'), to: links.fleet() },
    {
      id: 'workloads',
      label: t('fleet.page.workloads'),
      to: links.workloads(),
    },
    {
      id: 'pipelines',
      label: t('fleet.page.pipelines'),
      to: links.pipelines(),
    },
    {
      id: 'approvals',
      label: t('fleet.page.approvals'),
      to: links.approvals(),
    },
    { id: 'lanes', label: t('fleet.page.lanes'), to: links.lanes() },
    { id: 'audit', label: t('fleet.page.audit'), to: links.audit() },
    { id: 'sources', label: t('fleet.page.sources'), to: links.sources() },
  ];
  const selected = tabs.findIndex(({ to }) => pathname.startsWith(to));
  return (
    <Page themeId="service">
      <Header title={t('fleet.page.title')} />
      <HeaderTabs
        selectedIndex={Math.max(0, selected)}
        tabs={tabs.map(({ id, label, to }) => ({
          id,
          label,
          tabProps: { component: Link, to },
        }))}
      />
      <Routes>
        <Route path="/" element={<Landing tabs={tabs.map(tab => tab.id)} />} />
        <Route path="fleet/*" element={<FleetRoutes />} />
        <Route path="workloads/*" element={<WorkloadsRoutes />} />
        <Route path="pipelines/*" element={<PipelinesPage />} />
        <Route path="runs/*" element={<RunsRoutes />} />
        <Route path="approvals/*" element={<ApprovalsRoutes />} />
        <Route path="lanes/*" element={<LanesPage />} />
        <Route path="audit/*" element={<ReportPage />} />
        <Route path="sources/*" element={<SourcesPage />} />
      </Routes>
    </Page>
  );
}
