/** A workload that a case asks for. @public */
export interface FleetWorldWorkload {
  group: string;
  version: string;
  kind: string;
  namespace: string;
  name: string;
}

/**
 * What the conformance kit does to the system that a source reads. Everything resolves once the system took it; what a
 * system cannot do is left out, and the cases that need it are skipped by name.
 *
 * @public
 */
export interface FleetWorld {
  /** Creates a workload and whatever makes the system place it on at least one cluster. */
  place(
    name: string,
    options?: { labels?: Record<string, string> },
  ): Promise<FleetWorldWorkload>;
  /** Creates a workload that nothing places. */
  addUnplaced?(name: string): Promise<FleetWorldWorkload>;
  /** Changes the image of a workload. */
  changeImage?(workload: FleetWorldWorkload, image: string): Promise<void>;
  /** Writes objects of a workload again, as controllers do all day, so that their versions move and nothing they say. */
  restamp?(workload: FleetWorldWorkload): Promise<void>;
  /** Deletes a workload and what placed it. */
  remove(workload: FleetWorldWorkload): Promise<void>;
  /** Makes every stored checkpoint too old to continue from. */
  expireHistory?(): Promise<void>;
  /** Breaks every watch that is open. */
  dropWatches?(): Promise<void>;
  /** Full lists fail after their first page, until the returned function is called. */
  breakLists?(): Promise<() => Promise<void>>;
  /** The whole system cannot be reached, until the returned function is called. */
  cutOff?(): Promise<() => Promise<void>>;
  /** The credential may not read this workload's kind, until the returned function is called. */
  forbidKind?(workload: FleetWorldWorkload): Promise<() => Promise<void>>;
  /** Makes an object of a workload larger than any source reads. */
  oversize?(workload: FleetWorldWorkload): Promise<void>;
  /** Gives a workload's placement a value, in a field with a fixed set of values, that no version ever had. */
  setUnknownValue?(workload: FleetWorldWorkload): Promise<void>;
  /** Puts a text where secrets are wont to leak from: into last-applied-configuration and the like. */
  plantSecret?(workload: FleetWorldWorkload, secret: string): Promise<void>;
}

/** What a world may be able to do. @public */
export type FleetWorldAbility = keyof FleetWorld;
