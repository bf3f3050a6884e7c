/**
 * What the log of a gate said so far. PipeCD states how many approvals are needed, and with a v1 piped who gave them before
 * the last one, nowhere else.
 *
 * @internal
 */
export type GateLog = {
  /** How many approvals are needed. */
  minimum?: number;
  /** Who was counted, in order, each once; `at` in seconds since the epoch. */
  approvals: Array<{ name: string; at?: number }>;
  /** All that were needed were given. */
  enough?: true;
  /** Time ran out, after this long (`40s`). Only a v0 piped says so. */
  timedOut?: string;
  /** The piped gave up waiting: cancelled, or with a v1 piped perhaps timed out. */
  cancelled?: true;
};
