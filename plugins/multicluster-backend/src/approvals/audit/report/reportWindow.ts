/**
 * How far a change may be from the request that let it through, in milliseconds.
 *
 * @internal
 */
export const reportWindow = {
  /** A run goes on for a while after its gate; what comes later than this is no longer what was approved then. */
  afterMs: 6 * 3600_000,
  /** A poll may see the decision later than the cluster shows what came of it. */
  beforeMs: 2 * 60_000,
} as const;
