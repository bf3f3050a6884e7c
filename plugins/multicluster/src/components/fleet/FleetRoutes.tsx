import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { Route, Routes, useParams } from 'react-router-dom';
import { ClusterPage } from './cluster/ClusterPage';
import { FleetPage } from './FleetPage';
import { useFleetLinks } from './frame/useFleetLinks';

/** The tab of clusters: the fleet, and below it the page of each cluster. */
export function FleetRoutes() {
  return (
    <Routes>
      <Route path="/" element={<FleetPage />} />
      <Route
        path="/clusters/:controlPlane/:name"
        element={<ClusterWithPath />}
      />
    </Routes>
  );
}

/** The page of a cluster with its name in the path that the header shows. */
function ClusterWithPath() {
  const { controlPlane = '', name = '' } = useParams();
  const links = useFleetLinks();
  return (
    <BreadcrumbEntry
      entry={{ label: name, href: links.cluster(controlPlane, name) }}
    >
      <ClusterPage />
    </BreadcrumbEntry>
  );
}
