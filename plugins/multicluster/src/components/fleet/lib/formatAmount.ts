/** What an amount counts: CPU in millicores, memory in bytes, pods as they are. */
export type AmountKind = 'cpu' | 'memory' | 'pods';

const memoryUnits = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];

/** An amount for people: cores, binary multiples of bytes, or a count, with at most one decimal. */
export function formatAmount(
  kind: AmountKind,
  amount: number,
  language?: string,
): string {
  const number = (value: number) =>
    new Intl.NumberFormat(language, {
      maximumFractionDigits: value < 10 ? 1 : 0,
    }).format(value);
  if (kind === 'cpu') {
    return number(amount / 1000);
  }
  if (kind === 'pods') {
    return number(amount);
  }
  let value = amount;
  let unit = 0;
  while (value >= 1024 && unit < memoryUnits.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${number(value)} ${memoryUnits[unit]}`;
}
