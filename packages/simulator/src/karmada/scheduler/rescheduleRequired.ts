import type { Binding } from '../model/Binding';

/** Whether somebody asked for a new schedule after the last one; the first schedule is never that. */
export function rescheduleRequired({ spec, status }: Binding): boolean {
  return (
    spec.rescheduleTriggeredAt !== undefined &&
    status?.lastScheduledTime !== undefined &&
    spec.rescheduleTriggeredAt > status.lastScheduledTime
  );
}
