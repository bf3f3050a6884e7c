import { WorkloadList } from '@fairway/backstage-plugin-multicluster-common';
import { WORKLOADS_VIEW } from '../../hints/viewNames';
import { WorkloadListRequest } from '../../service/WorkloadService';
import { RouterOptions } from '../RouterOptions';
import { viewHandler } from '../viewHandler';

/** `GET /v1/workloads` */
export function listWorkloads(options: RouterOptions) {
  return viewHandler<WorkloadList, {}, WorkloadListRequest>(options, {
    eventId: 'fleet-fetch',
    meta: () => ({ queryType: 'workloads' }),
    view: () => WORKLOADS_VIEW,
    read: (_path, query, asking) => options.workloads.list(query, asking),
  });
}
