import { Route, Routes } from 'react-router-dom';
import { InboxPage } from './inbox/InboxPage';
import { RequestPage } from './request/RequestPage';

/** The inbox and the pages of requests. */
export function ApprovalsRoutes() {
  return (
    <Routes>
      <Route path="/" element={<InboxPage />} />
      <Route path="/:id" element={<RequestPage />} />
    </Routes>
  );
}
