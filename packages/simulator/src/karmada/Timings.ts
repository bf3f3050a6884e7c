/** How long a Karmada takes for what it does, in world milliseconds; the defaults are those of the recordings. */
export interface Timings {
  /** Policy or template → binding. */
  detect: number;
  /** Binding → schedule result. */
  schedule: number;
  /** Schedule result → Work (the first lag). */
  work: number;
  /** Work → member (the second lag). */
  dispatch: number;
  /** Member → Work status. */
  reflect: number;
  /** Work status → aggregatedStatus (the third lag). */
  aggregate: number;
  /** Between two tries of a schedule that failed and may succeed later. */
  retrySchedule: number;
  /** From a member that accepts and never answers to Ready=False. */
  hang: number;
  /** From a member that refuses connections to Ready=False. */
  refuse: number;
  /** From an agent that stopped to Ready=Unknown. */
  agentLost: number;
  /** From an agent's return to Ready=True: it posts as soon as it starts. */
  agentBack: number;
  /** From a member's return to Ready=True. */
  recover: number;
  /** From a member's return until Works that waited for it are tried again: back-off. */
  retryWork: number;
  /** How long a graceful eviction waits for the replacement at most. */
  gracefulEviction: number;
  /** Between two evictions of the taint manager. */
  evictionInterval: number;
}

/**
 * {@inheritDoc Timings}
 *
 * Lags vary by half: `dispatch` stays above three times `aggregate`, so that every first placement passes through
 * "not applied, no message", as every recorded one does.
 */
export const recordedTimings: Timings = {
  detect: 15,
  schedule: 20,
  work: 8,
  dispatch: 60,
  reflect: 22,
  aggregate: 18,
  retrySchedule: 10_000,
  hang: 74_000,
  refuse: 36_000,
  agentLost: 40_000,
  agentBack: 1_000,
  recover: 30_000,
  retryWork: 56_000,
  gracefulEviction: 600_000,
  evictionInterval: 200,
};
