import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { SkeletonPage } from '../frame/SkeletonPage';
import { WorkloadsPage } from './WorkloadsPage';

// The list is read far more often than one workload of it, whose page is larger than all others.
const LazyWorkloadPage = lazy(() =>
  import('./WorkloadPage').then(m => ({ default: m.WorkloadPage })),
);

/** The tab of workloads: the list, and below it the page of each workload. */
export function WorkloadsRoutes() {
  return (
    <Routes>
      <Route path="/" element={<WorkloadsPage />} />
      <Route
        path="/:id"
        element={
          <Suspense fallback={<SkeletonPage />}>
            <LazyWorkloadPage />
          </Suspense>
        }
      />
    </Routes>
  );
}
