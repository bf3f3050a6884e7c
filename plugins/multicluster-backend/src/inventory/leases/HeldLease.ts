import { LeaseKey } from './LeaseRow';

/** A lease that this replica holds. */
export interface HeldLease extends LeaseKey {
  owner: string;
  fence: number;
  /** Aborts when the lease is lost or is to be given away: whoever works under it must end. */
  signal: AbortSignal;
  /** To be called by whoever learns, for example from a refused commit, that the lease belongs to somebody else. */
  lost(): void;
}
