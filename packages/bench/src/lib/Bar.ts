/** One number the project holds itself to, and what was measured. */
export interface Bar {
  /** What was measured, for a person. */
  what: string;
  value: number;
  unit: string;
  /** The bar is missed above this, or below it for `atLeast`. */
  bar: number;
  atLeast?: boolean;
  /** What we would like to see. */
  aim?: number;
}

/** Whether a bar was met. A value that could not be measured (NaN) misses it. */
export function isMet(bar: Bar): boolean {
  return bar.atLeast ? bar.value >= bar.bar : bar.value <= bar.bar;
}
