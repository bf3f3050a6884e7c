import type { KubeObject } from '../../apiserver/ObjectStore';

/** What a v0 piped watches unless it is configured otherwise; nothing of Karmada is among them. */
const WATCHED = new Set([
  '',
  'apps',
  'extensions',
  'batch',
  'storage.k8s.io',
  'autoscaling',
  'networking.k8s.io',
  'apiextensions.k8s.io',
  'rbac.authorization.k8s.io',
  'policy',
  'apiregistration.k8s.io',
  'authorization.k8s.io',
]);

/** Whether a v0 piped knows how an object is, by its group: the list of groups is fixed. */
export function isWatched({
  apiVersion,
}: Pick<KubeObject, 'apiVersion'>): boolean {
  const [group, version] = apiVersion.split('/');
  return WATCHED.has(version === undefined ? '' : group);
}
