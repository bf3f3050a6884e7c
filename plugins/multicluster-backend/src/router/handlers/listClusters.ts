import { ClusterList } from '@fairway/backstage-plugin-multicluster-common';
import { FLEET_VIEW } from '../../hints/viewNames';
import { Paging } from '../../service/FleetService';
import { RouterOptions } from '../RouterOptions';
import { viewHandler } from '../viewHandler';

type Query = Paging & { filter?: string };

/** `GET /v1/clusters` */
export function listClusters(options: RouterOptions) {
  return viewHandler<ClusterList, {}, Query>(options, {
    eventId: 'fleet-fetch',
    meta: () => ({ queryType: 'clusters' }),
    view: () => FLEET_VIEW,
    read: (_path, query, asking) => options.fleet.clusters(query, asking),
  });
}
