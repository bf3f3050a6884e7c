/**
 * Time as the embedded world sees it. Every lag, timeout and timestamp of the world comes from here, so that a story of
 * ten minutes can be told in milliseconds and is told the same way each time.
 */
export interface Clock {
  /** What is written into timestamps, as milliseconds since the epoch. */
  now(): number;
  /** Milliseconds of world time since the clock was made; runs faster than real time when the speed says so. */
  elapsed(): number;
  /** Calls back after that much world time. Returns a function that cancels. */
  after(milliseconds: number, callback: () => void): () => void;
}
