import { createExtensionPoint } from '@backstage/backend-plugin-api';

/** The back end's own extension point, by its id: it is no part of what the package offers to others. */
export const approvalFailpoint = createExtensionPoint<{
  set(failpoint: (name: string) => void): void;
}>({ id: 'multicluster.approvals.failpoint' });
