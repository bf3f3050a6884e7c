import { WorkloadIdentity } from '@fairway/backstage-plugin-multicluster-common';
import { hash } from 'node:crypto';

/**
 * The id of a workload in URLs: a hash of its identity, so that it is the same before and after the tables are emptied,
 * in every replica, and for the next incarnation.
 */
export function workloadHash(identity: WorkloadIdentity): string {
  const { controlPlane, group, kind, namespace, name } = identity;
  return hash(
    'sha256',
    JSON.stringify([controlPlane, group, kind, namespace, name]),
    'base64url',
  ).slice(0, 22);
}
