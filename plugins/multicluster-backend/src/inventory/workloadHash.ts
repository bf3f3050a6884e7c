import { WorkloadIdentity } from '@fairway/backstage-plugin-multicluster-common';
import { hash } from 'node:crypto';

/**
 * The id of a workload in URLs: a hash of its identity, so that it is the same before and after the tables are emptied,
 * in every replica, and for the next incarnation.
 *
 * It begins with a hash of the namespace: lists come in the order of namespaces, and ids that lie together are inserted
 * together, where scattered ones would touch a page of the index each.
 */
export function workloadHash(identity: WorkloadIdentity): string {
  const { controlPlane, group, kind, namespace, name } = identity;
  const place = short([controlPlane, namespace], 4);
  return place + short([controlPlane, group, kind, namespace, name], 18);
}

function short(parts: string[], length: number): string {
  return hash('sha256', JSON.stringify(parts), 'base64url').slice(0, length);
}
