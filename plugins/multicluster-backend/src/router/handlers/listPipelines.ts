import { PipelineList } from '@fairway/backstage-plugin-multicluster-common';
import { RUNS_VIEW } from '../../hints/viewNames';
import { RunListRequest } from '../../service/RunService';
import { RouterOptions } from '../RouterOptions';
import { viewHandler } from '../viewHandler';

/** `GET /v1/pipelines` */
export function listPipelines(options: RouterOptions) {
  return viewHandler<PipelineList, {}, RunListRequest>(options, {
    eventId: 'run-fetch',
    meta: () => ({ queryType: 'pipelines' }),
    view: () => RUNS_VIEW,
    read: (_path, query, asking) => options.runs.pipelines(query, asking),
  });
}
