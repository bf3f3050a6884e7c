import { RestoredLane } from '@fairway/backstage-plugin-multicluster-common';
import { RouterOptions } from '../RouterOptions';
import { writeHandler } from '../writeHandler';

/** `POST /v1/lanes/{id}/restore` */
export function restoreLane(
  options: RouterOptions & Required<Pick<RouterOptions, 'lanes'>>,
) {
  return writeHandler<RestoredLane, { id: string }, { reason: string }>(
    options,
    {
      eventId: 'lane-restore',
      severity: 'high',
      meta: ({ id }) => ({ lane: id }),
      matches: true,
      write: ({ id }, body, writing) =>
        options.lanes.restore(id, body, writing),
    },
  );
}
