import { DateTime, IANAZone } from 'luxon';
import { ApprovalWindow } from '../../model/ApprovalPolicy';
import { readLocalTime } from './readLocalTime';

/** What is wrong with a window, in English; undefined: it can be used. */
export function windowProblem(window: ApprovalWindow): string | undefined {
  const { name, timezone, days, from, to } = window;
  if (!IANAZone.isValidZone(timezone)) {
    return `window ${name}: this system knows no time zone '${timezone}'`;
  }
  if (days?.some(day => !Number.isInteger(day) || day < 1 || day > 7)) {
    return `window ${name}: days are 1 (Monday) to 7 (Sunday)`;
  }
  if (from.includes('-') !== to.includes('-')) {
    return `window ${name}: from and to are both dates or both times`;
  }
  return from.includes('-')
    ? datesProblem(name, days, [from, to])
    : timesProblem(name, [from, to]);
}

function timesProblem(name: string, times: string[]): string | undefined {
  try {
    const [from, to] = times.map(readLocalTime);
    return from === 24 * 60 || from === to
      ? `window ${name}: it begins when it ends`
      : undefined;
  } catch (error) {
    return `window ${name}: ${(error as Error).message}`;
  }
}

function datesProblem(
  name: string,
  days: number[] | undefined,
  dates: string[],
): string | undefined {
  if (days) {
    return `window ${name}: one with dates has no days`;
  }
  const wrong = dates.find(
    text =>
      /(?:Z|[+-]\d\d(?::?\d\d)?)$/i.test(text.slice(10)) ||
      !DateTime.fromISO(text, { zone: 'utc' }).isValid,
  );
  if (wrong !== undefined) {
    return `window ${name}: '${wrong}' is no date and time without an offset`;
  }
  const [from, to] = dates.map(text => DateTime.fromISO(text, { zone: 'utc' }));
  return from < to ? undefined : `window ${name}: it ends before it begins`;
}
