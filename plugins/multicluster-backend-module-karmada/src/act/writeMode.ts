import { IdentityMode } from '@fairway/backstage-plugin-multicluster-common';
import { ClusterIdentity } from '@fairway/backstage-plugin-multicluster-node/kubernetes';

/** As whom writes are sent. @internal */
export function writeMode({ mode }: ClusterIdentity): IdentityMode {
  return mode === 'impersonate' ? 'impersonated' : 'service-attributed';
}
