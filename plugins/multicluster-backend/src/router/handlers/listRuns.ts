import { RunList } from '@fairway/backstage-plugin-multicluster-common';
import { RUNS_VIEW } from '../../hints/viewNames';
import { RunListRequest } from '../../service/RunService';
import { RouterOptions } from '../RouterOptions';
import { viewHandler } from '../viewHandler';

/** `GET /v1/runs` */
export function listRuns(options: RouterOptions) {
  return viewHandler<RunList, {}, RunListRequest>(options, {
    eventId: 'run-fetch',
    meta: () => ({ queryType: 'runs' }),
    view: () => RUNS_VIEW,
    read: (_path, query, asking) => options.runs.list(query, asking),
  });
}
