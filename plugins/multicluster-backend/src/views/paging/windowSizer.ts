const TARGET_MS = 10;
const SMALLEST = 200;
const LARGEST = 10_000;

/** How many workloads the next stretch of a list has. */
export interface WindowSizer {
  readonly size: number;
  /** @param ms - how long reading the last stretch took */
  took(ms: number): void;
}

/**
 * Sizes stretches by the time they take: counting names costs a microsecond each, and reading facts a hundred. PostgreSQL
 * works elsewhere, so there the size only bounds how long one statement takes.
 *
 * @param embedded - the database answers on this thread
 */
export function windowSizer(embedded: boolean): WindowSizer {
  if (!embedded) {
    return { size: 50_000, took: () => undefined };
  }
  let size = 1000;
  return {
    get size() {
      return size;
    },
    took(ms) {
      // Down at once and up in steps: what is too long is felt by everyone, what is too short only here.
      const ratio = Math.min(2, TARGET_MS / Math.max(ms, 0.1));
      size = Math.round(Math.min(LARGEST, Math.max(SMALLEST, size * ratio)));
    },
  };
}
