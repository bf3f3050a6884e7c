import { RequestRecord } from '../model/RequestRecord';

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
      : policy.remindAt.map(
          percent => createdAt + ((deadline - createdAt) * percent) / 100,
        );
  const moments = [...reminders, breakGlass?.reviewBy ?? -Infinity];
  const next = Math.min(...moments.filter(moment => moment > now));
  return Number.isFinite(next) ? next : undefined;
}
