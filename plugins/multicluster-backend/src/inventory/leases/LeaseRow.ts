/** A facet of a source, observed by whoever holds its lease. */
export interface LeaseKey {
  sourceId: number;
  facet: string;
}

/** A row of `inventory_lease`. */
export interface LeaseRow extends LeaseKey {
  owner: string;
  fence: number;
  /** Milliseconds since it ran out, by the clock of the database; negative: it is held. */
  expiredForMs: number;
}
