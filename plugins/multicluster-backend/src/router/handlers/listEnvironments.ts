import { EnvironmentList } from '@fairway/backstage-plugin-multicluster-common';
import { FLEET_VIEW } from '../../hints/viewNames';
import { RouterOptions } from '../RouterOptions';
import { viewHandler } from '../viewHandler';

/** `GET /v1/environments` */
export function listEnvironments(options: RouterOptions) {
  return viewHandler<EnvironmentList>(options, {
    eventId: 'fleet-fetch',
    meta: () => ({ queryType: 'environments' }),
    view: () => FLEET_VIEW,
    read: (_path, _query, asking) => options.fleet.environments(asking),
  });
}
