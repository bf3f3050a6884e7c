/**
 * Minutes since midnight of `HH:mm`; `24:00` is the end of the day.
 *
 * @throws RangeError when it is none
 */
export function readLocalTime(text: string): number {
  const [, hours, minutes] = /^(\d\d):([0-5]\d)$/.exec(text) ?? [];
  const total = Number(hours) * 60 + Number(minutes);
  if (!(total <= 24 * 60)) {
    throw new RangeError(`'${text}' is no time of the form HH:mm`);
  }
  return total;
}
