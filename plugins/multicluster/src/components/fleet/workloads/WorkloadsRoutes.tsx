import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { Route, Routes, useParams } from 'react-router-dom';
import { useFleetLinks } from '../frame/useFleetLinks';
import { WorkloadPage } from './WorkloadPage';
import { WorkloadsPage } from './WorkloadsPage';

/** The tab of workloads: the list, and below it the page of each workload. */
export function WorkloadsRoutes() {
  return (
    <Routes>
      <Route path="/" element={<WorkloadsPage />} />
      <Route path="/:id" element={<WorkloadOfPath />} />
    </Routes>
  );
}

function WorkloadOfPath() {
  const { id = '' } = useParams();
  const links = useFleetLinks();
  return (
    <WorkloadPage key={id} id={id}>
      {(name, page) => (
        <BreadcrumbEntry entry={{ label: name, href: links.workload(id) }}>
          {page}
        </BreadcrumbEntry>
      )}
    </WorkloadPage>
  );
}
