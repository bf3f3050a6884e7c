import { WorkloadDetail } from '@fairway/backstage-plugin-multicluster-common';
import { workloadView } from '../../hints/viewNames';
import { RouterOptions } from '../RouterOptions';
import { viewHandler } from '../viewHandler';

/** `GET /v1/workloads/{id}` */
export function getWorkload(options: RouterOptions) {
  return viewHandler<WorkloadDetail, { id: string }>(options, {
    eventId: 'fleet-fetch',
    meta: ({ id }) => ({ queryType: 'workload', workload: id }),
    view: ({ id }) => workloadView(id),
    read: ({ id }, _query, asking) => options.workloads.workload(id, asking),
  });
}
