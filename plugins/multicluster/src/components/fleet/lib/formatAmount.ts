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
    formatOf(language, value < 10 ? 1 : 0).format(value);
  if (kind === 'cpu') {
    return number(amount / 1000);
  }
  if (kind === 'pods') {
    return number(amount);
  }
  const unit = memoryUnit(amount);
  return `${number(amount / 1024 ** unit)} ${memoryUnits[unit]}`;
}

/**
 * What is used of what there is, as two amounts of the same unit, which stands behind the second only: `16` and `256 GiB`.
 */
export function formatShare(
  kind: AmountKind,
  amounts: { allocated: number; allocatable: number },
  language?: string,
): { allocated: string; allocatable: string } {
  const { allocated, allocatable } = amounts;
  if (kind !== 'memory') {
    return {
      allocated: formatAmount(kind, allocated, language),
      allocatable: formatAmount(kind, allocatable, language),
    };
  }
  const scale = 1024 ** memoryUnit(allocatable);
  return {
    allocated: formatAmount('pods', allocated / scale, language),
    allocatable: formatAmount(kind, allocatable, language),
  };
}

function memoryUnit(bytes: number): number {
  const unit = bytes >= 1 ? Math.floor(Math.log2(bytes) / 10) : 0;
  return Math.min(unit, memoryUnits.length - 1);
}

// Making a format takes longer than all else that a bar does, and a table has a hundred of them.
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(language: string | undefined, digits: number) {
  const key = `${language}/${digits}`;
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(language, { maximumFractionDigits: digits });
  formats.set(key, format);
  return format;
}
