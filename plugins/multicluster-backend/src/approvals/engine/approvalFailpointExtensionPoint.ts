import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { Failpoint } from './Failpoint';

/**
 * Has something called at the points of an approval's way where a crash could lose it or have it done twice. For the tests that
 * kill the back end there; no part of what the package offers to others.
 */
export interface ApprovalFailpointExtensionPoint {
  set(failpoint: Failpoint): void;
}

/** {@inheritDoc ApprovalFailpointExtensionPoint} */
export const approvalFailpointExtensionPoint =
  createExtensionPoint<ApprovalFailpointExtensionPoint>({
    id: 'multicluster.approvals.failpoint',
  });
