/**
 * What is known of a view at a moment.
 *
 * @public
 */
export interface LiveSnapshot<T> {
  /** What was read last; kept when a later read fails. */
  data?: T;
  /** ISO 8601; when the sources last confirmed what is shown. Absent: never, or the view does not say. */
  observedAt?: string;
  /** Milliseconds since the epoch; when the back end last answered, "nothing changed" included. */
  checkedAt?: number;
  /**
   * `loading`: nothing yet. `fresh`: the last read succeeded. `stale`: `data` is from before the last read failed.
   * `error`: nothing can be shown.
   */
  status: 'loading' | 'fresh' | 'stale' | 'error';
  /** Why the last read failed; present with `stale` and `error`. */
  error?: Error;
}
