import { Fleet } from '@fairway/backstage-plugin-multicluster-common';
import { FLEET_VIEW } from '../../hints/viewNames';
import { RouterOptions } from '../RouterOptions';
import { viewHandler } from '../viewHandler';

/** `GET /v1/fleet` */
export function getFleet(options: RouterOptions) {
  return viewHandler<Fleet>(options, {
    eventId: 'fleet-fetch',
    meta: () => ({ queryType: 'fleet' }),
    view: () => FLEET_VIEW,
    read: (_path, _query, asking) => options.fleet.fleet(asking),
  });
}
