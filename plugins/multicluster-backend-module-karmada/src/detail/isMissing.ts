import { KubernetesError } from '@fairway/backstage-plugin-multicluster-node/kubernetes';

/**
 * Whether a member itself says that there is no such object: the proxy, for a cluster that it does not know, would name that.
 *
 * @internal
 */
export function isMissing(error: unknown): boolean {
  return (
    error instanceof KubernetesError &&
    error.status === 404 &&
    !/clusters\.cluster\.karmada\.io/.test(error.statusMessage ?? '')
  );
}
