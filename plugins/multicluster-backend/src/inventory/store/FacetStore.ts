/** What an observation asks of the store of a facet, whatever facts that keeps. */
export interface FacetStore {
  /**
   * Starts anew where the rules of the source are not those that the stored rows were made with: facts may lack what the
   * new rules read, so that everything is listed and derived again.
   */
  adoptVersion(version: string | undefined): Promise<void>;
  /** Forgets what a lane keeps: it is no longer wanted. */
  retireLane(name: string): Promise<void>;
  /** Rows that a lane keeps, as far as the store has had to do with it. */
  objectsOf(lane: string): number;
  /** Whether a lane is stored to the end, as far as the store has had to do with it. */
  isRead(lane: string): boolean;
  /**
   * Derives again what is due, and what shares something that changed.
   *
   * @param forMs - for how long to go on
   * @returns whether something is left to do
   */
  rederive(signal?: AbortSignal, forMs?: number): Promise<boolean>;
  /** Writes checkpoints that were held back. `all`: even those that are not due yet. */
  flushCheckpoints(options?: { all: boolean }): Promise<void>;
}
