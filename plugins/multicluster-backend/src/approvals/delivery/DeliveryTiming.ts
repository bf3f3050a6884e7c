/** How long things may take. Milliseconds. */
export interface DeliveryTiming {
  /** How long a step is held without a word of its holder; longer than its reads and its sending together. */
  leaseMs: number;
  /** What one read or one sending gets. */
  callMs: number;
  /** How often the outbox is looked at. */
  pollMs: number;
  /** How often the effect of what was sent is looked for, at first. */
  observeMs: number;
  /** After this without an effect somebody is told. */
  overdueMs: number;
  /** After this without an effect it halts, and somebody says how it goes on. */
  haltMs: number;
}

/** {@inheritDoc DeliveryTiming} */
export const DELIVERY_TIMING: DeliveryTiming = {
  leaseMs: 30_000,
  callMs: 8_000,
  pollMs: 500,
  observeMs: 1_000,
  overdueMs: 120_000,
  haltMs: 1_800_000,
};
