import { Navigate, Route, Routes } from 'react-router-dom';
import { useFleetLinks } from '../../fleet/frame/useFleetLinks';
import { RunPage } from './RunPage';

/** The pages of runs. A list of all of them is that of their pipelines. */
export function RunsRoutes() {
  const links = useFleetLinks();
  return (
    <Routes>
      <Route path="/" element={<Navigate to={links.pipelines()} replace />} />
      <Route path="/:id" element={<RunPage />} />
    </Routes>
  );
}
