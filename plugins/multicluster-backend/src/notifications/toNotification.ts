import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { OwnerLoss } from './selectLossByOwner';
import { LostCluster } from './selectLostClusters';

const NAMED = 5;

/** The notification of one owner about one cluster. The scope makes a later one about the same cluster replace it. */
export function toNotification(
  cluster: LostCluster,
  loss: OwnerLoss,
): NotificationSendOptions {
  const count = loss.workloads.length;
  const services = count === 1 ? '1 service' : `${count} services`;
  const path = [cluster.controlPlane, cluster.name]
    .map(encodeURIComponent)
    .join('/');
  return {
    recipients: { type: 'entity', entityRef: loss.ownerRef },
    payload: {
      title: cluster.back
        ? `Cluster ${cluster.name} is ready again`
        : `Cluster ${cluster.name} is ${
            cluster.state === 'unreachable' ? 'out of reach' : 'not ready'
          }: ${services} of yours with copies there`,
      ...(count > 0 && { description: namesOf(loss.workloads) }),
      link: `/multicluster/fleet/clusters/${path}`,
      severity: cluster.back ? 'low' : 'high',
      topic: 'cluster',
      scope: `multicluster:cluster:${cluster.controlPlane}/${cluster.name}`,
    },
  };
}

function namesOf(workloads: string[]): string {
  const named = workloads.slice(0, NAMED).join(', ');
  const rest = workloads.length - NAMED;
  return rest > 0 ? `${named} and ${rest} more` : named;
}
