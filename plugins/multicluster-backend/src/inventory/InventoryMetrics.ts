/** Names a lane in metrics. Configured names and kinds only, so that there are few of them. */
export interface LaneLabels {
  source: string;
  facet: string;
  lane: string;
}

/** What the inventory counts. Gauges (age, lag, objects) are read from {@link Inventory.lanes} instead. */
export interface InventoryMetrics {
  /** A full list was started. */
  relist(labels: LaneLabels): void;
  /** A problem was reported. */
  error(labels: LaneLabels & { code: string }): void;
  /** A transaction that changed rows was committed. `facts`: how many facts and states it wrote. */
  committed(
    labels: { source: string },
    transaction: { facts: number; milliseconds: number },
  ): void;
}
