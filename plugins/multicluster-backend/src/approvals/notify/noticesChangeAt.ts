import { RequestRecord } from '../model/RequestRecord';
import { reminderAt } from '../rules/reminderAt';

/**
 * When the clock alone gives a request another notice: a reminder falls due, or nobody has reviewed in time what was decided past
 * the rules. Undefined: it does not any more. Milliseconds since the epoch, by the clock of the database.
 */
export function noticesChangeAt(
  {
    createdAt,
    deadline,
    policy,
    breakGlass,
  }: Pick<RequestRecord, 'createdAt' | 'deadline' | 'policy' | 'breakGlass'>,
  now: number,
): number | undefined {
  const reminders =
    deadline === undefined
      ? []
      : policy.remindAt.map(percent =>
          reminderAt({ createdAt, deadline }, percent),
        );
  const moments = [...reminders, breakGlass?.reviewBy ?? -Infinity];
  const next = Math.min(...moments.filter(moment => moment > now));
  return Number.isFinite(next) ? next : undefined;
}
