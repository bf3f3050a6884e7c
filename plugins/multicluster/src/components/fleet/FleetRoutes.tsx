import { Route, Routes } from 'react-router-dom';
import { ClusterPage } from './cluster/ClusterPage';
import { FleetPage } from './FleetPage';

/** The tab of clusters: the fleet, and below it the page of each cluster. */
export function FleetRoutes() {
  return (
    <Routes>
      <Route path="/" element={<FleetPage />} />
      <Route path="/clusters/:controlPlane/:name" element={<ClusterPage />} />
    </Routes>
  );
}
