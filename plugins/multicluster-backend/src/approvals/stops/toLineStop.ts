import { LineStop } from '@fairway/backstage-plugin-multicluster-common';
import { StopRecord } from './StopRecord';

/** A stop as it is shown. */
export function toLineStop(record: StopRecord): LineStop {
  const { environment, source, entityRef } = record;
  return {
    id: record.id,
    scope: {
      ...(environment && { environment }),
      ...(source && { source }),
      ...(entityRef && { entityRef }),
    },
    reason: record.reason,
    by: record.by,
    createdAt: iso(record.createdAt),
    until: iso(record.until),
    ...(record.liftedAt && { liftedAt: iso(record.liftedAt) }),
    ...(record.liftedBy && { liftedBy: record.liftedBy }),
  };
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
