import { apiPath } from '@fairway/backstage-plugin-multicluster-node/kubernetes';

/**
 * A path on a member, through the cluster proxy of the control plane. Both halves are encoded segment by segment already.
 *
 * @param memberPath - from apiPath or resourcePath
 * @internal
 */
export function proxyPath(cluster: string, memberPath: string): string {
  const proxy = apiPath(
    'apis',
    'cluster.karmada.io',
    'v1alpha1',
    'clusters',
    cluster,
    'proxy',
  );
  return `${proxy}${memberPath}`;
}
