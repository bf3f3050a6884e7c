import { ActionPreview } from '@fairway/backstage-plugin-multicluster-common';
import { LaneInput } from '../../service/LaneService';
import { RouterOptions } from '../RouterOptions';
import { writeHandler } from '../writeHandler';

type Path = { id: string; action: LaneInput['action'] };

/** `POST /v1/lanes/{id}/actions/{action}` */
export function manageLane(
  options: RouterOptions & Required<Pick<RouterOptions, 'lanes'>>,
) {
  return writeHandler<ActionPreview, Path, Omit<LaneInput, 'action'>>(options, {
    eventId: 'lane-manage',
    severity: 'high',
    meta: ({ id, action }, { dryRun }) => ({ lane: id, action, dryRun }),
    matches: false,
    write: ({ id, action }, body, writing) =>
      options.lanes.manage(id, { ...body, action }, writing),
  });
}
