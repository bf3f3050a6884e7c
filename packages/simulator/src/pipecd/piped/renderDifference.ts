/** A field that is not what git says. */
export interface Difference {
  /** With dots, places in lists as numbers. */
  path: string;
  actual: string;
  expected: string;
}

/** The lines of one difference: the way to the field, then what it is and what it should be. */
export function renderDifference({
  path,
  actual,
  expected,
}: Difference): string[] {
  const steps = path.split('.');
  const field = steps.pop()!;
  const indent = (depth: number) => ' '.repeat(2 + 2 * depth);
  const way = steps.map(
    (step, depth) => `${indent(depth)}${/^\d+$/.test(step) ? '-' : `${step}:`}`,
  );
  const inner = indent(steps.length);
  return [
    ...way,
    `${inner}#${path}`,
    `-${inner.slice(1)}${field}: ${actual}`,
    `+${inner.slice(1)}${field}: ${expected}`,
  ];
}
