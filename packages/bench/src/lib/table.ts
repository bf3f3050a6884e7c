import { Bar, isMet } from './Bar';

function figure(value: number): string {
  return Number.isFinite(value)
    ? String(Number(value.toPrecision(3)))
    : 'not measured';
}

/** The bars as lines of text, one each. */
export function table(bars: readonly Bar[]): string {
  const rows = bars.map(bar => [
    isMet(bar) ? 'ok  ' : 'MISS',
    bar.what,
    `${figure(bar.value)} ${bar.unit}`,
    `${bar.atLeast ? '>=' : '<='} ${bar.bar}${
      bar.aim === undefined ? '' : ` (aim ${bar.aim})`
    }`,
  ]);
  const widths = [0, 1, 2].map(column =>
    Math.max(...rows.map(row => row[column].length)),
  );
  return rows
    .map(row =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
