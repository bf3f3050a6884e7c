import { LineStop } from '@fairway/backstage-plugin-multicluster-common';
import { StopInput } from '../../service/StopService';
import { RouterOptions } from '../RouterOptions';
import { writeHandler } from '../writeHandler';

/** `POST /v1/stops` */
export function stopTheLine(options: RouterOptions) {
  return writeHandler<LineStop, {}, StopInput>(options, {
    eventId: 'line-stop',
    severity: 'high',
    meta: (_path, { scope, until }) => ({ scope: { ...scope }, until }),
    matches: false,
    write: (_path, body, writing) => options.stops.stop(body, writing),
  });
}
