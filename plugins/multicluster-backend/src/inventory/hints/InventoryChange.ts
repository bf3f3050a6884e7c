/** That something of a source changed, and what. Says nothing of how. */
export interface InventoryChange {
  /** Configured name of the source. */
  source: string;
  /** Revision of the oldest of the changes; 0 when none was stored. */
  firstRevision: number;
  /** Revision of the newest of the changes; 0 when none was stored. Those in between are among them. */
  revision: number;
  /** Ids of rows of `inventory_workload`. */
  workloadIds: ReadonlySet<number>;
  /** Ids of rows of `inventory_cluster`. */
  clusterIds: ReadonlySet<number>;
  /** Ids of rows of `inventory_pipeline`, those whose runs or agents changed included. */
  pipelineIds: ReadonlySet<number>;
  /** Ids of rows of `inventory_run`. */
  runIds: ReadonlySet<number>;
  /** So much changed that the ids were dropped: take everything of the source as changed. */
  all: boolean;
  /** A lane began to fail, or is read again: how far what is stored can be trusted has changed, whatever it says. */
  trust?: boolean;
}
