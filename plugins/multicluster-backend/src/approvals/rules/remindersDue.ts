import { reminderAt } from './reminderAt';

/**
 * The reminder that is due for something that waits: the highest percent of its time that has passed. Undefined: none, or it
 * has no deadline, or that has passed. That nobody is reminded twice is the notices' own to see to. Times are milliseconds since the epoch by the clock of the database.
 */
export function remindersDue(
  request: { createdAt: number; deadline?: number },
  remindAt: readonly number[],
  now: number,
): number | undefined {
  const { createdAt, deadline } = request;
  if (deadline === undefined || now >= deadline || deadline <= createdAt) {
    return undefined;
  }
  const due = remindAt.filter(
    percent => reminderAt({ createdAt, deadline }, percent) <= now,
  );
  return due.length > 0 ? Math.max(...due) : undefined;
}
