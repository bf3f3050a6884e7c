import { LineStop } from '@fairway/backstage-plugin-multicluster-common';
import { RouterOptions } from '../RouterOptions';
import { writeHandler } from '../writeHandler';

/** `DELETE /v1/stops/{id}` */
export function liftStop(options: RouterOptions) {
  return writeHandler<LineStop, { id: string }, { reason: string }>(options, {
    eventId: 'line-lift',
    severity: 'high',
    meta: ({ id }) => ({ stop: id }),
    matches: false,
    write: ({ id }, body, writing) => options.stops.lift(id, body, writing),
  });
}
