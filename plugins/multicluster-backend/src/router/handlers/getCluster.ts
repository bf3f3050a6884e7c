import { ClusterDetail } from '@fairway/backstage-plugin-multicluster-common';
import { clusterView } from '../../hints/viewNames';
import { Paging } from '../../service/FleetService';
import { RouterOptions } from '../RouterOptions';
import { viewHandler } from '../viewHandler';

type Path = { controlPlane: string; name: string };

/** `GET /v1/clusters/{controlPlane}/{name}` */
export function getCluster(options: RouterOptions) {
  return viewHandler<ClusterDetail, Path, Paging>(options, {
    eventId: 'fleet-fetch',
    meta: path => ({ queryType: 'cluster', ...path }),
    view: path => clusterView(path.controlPlane, path.name),
    read: (path, query, asking) =>
      options.fleet.cluster({ ...path, ...query }, asking),
  });
}
