/** A part of a rule that the people of the catalog can never meet. */
export interface Shortfall {
  needed: number;
  /** How many may approve by it. */
  found: number;
  /** Refs of the groups and users it names; owners by their refs. */
  of: string[];
}
