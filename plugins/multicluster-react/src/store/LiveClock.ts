/**
 * Time and chance of a view, as arguments, so that tests decide both.
 *
 * @internal
 */
export interface LiveClock {
  now(): number;
  /** In [0, 1). */
  random(): number;
  /** Calls back once and returns how to prevent it. */
  after(milliseconds: number, callback: () => void): () => void;
}

/** The browser's clock. @internal */
export const browserClock: LiveClock = {
  now: () => Date.now(),
  random: () => Math.random(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};
