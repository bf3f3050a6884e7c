import { LaneList } from '@fairway/backstage-plugin-multicluster-common';
import { LANES_VIEW } from '../../hints/viewNames';
import { RouterOptions } from '../RouterOptions';
import { viewHandler } from '../viewHandler';

/** `GET /v1/lanes` */
export function listLanes(
  options: RouterOptions & Required<Pick<RouterOptions, 'lanes'>>,
) {
  return viewHandler<LaneList, {}, { entityRefs?: string[] }>(options, {
    eventId: 'lane-fetch',
    meta: () => ({ queryType: 'lanes' }),
    view: () => LANES_VIEW,
    read: (_path, query, asking) => options.lanes.list(query, asking),
  });
}
