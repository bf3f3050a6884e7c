import { RunDetails } from '@fairway/backstage-plugin-multicluster-common';
import { runView } from '../../hints/viewNames';
import { RouterOptions } from '../RouterOptions';
import { viewHandler } from '../viewHandler';

/** `GET /v1/runs/{id}` */
export function getRun(options: RouterOptions) {
  return viewHandler<RunDetails, { id: string }>(options, {
    eventId: 'run-fetch',
    meta: ({ id }) => ({ queryType: 'run', run: id }),
    view: ({ id }) => runView(id),
    read: ({ id }, _query, asking) => options.runs.run(id, asking),
  });
}
