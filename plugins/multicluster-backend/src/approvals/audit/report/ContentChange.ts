/** A change of what runs, as it was observed. Times are milliseconds since the epoch. */
export interface ContentChange {
  /** Of the transition. */
  id: number;
  at: number;
  source: string;
  cluster: string;
  /** `kind namespace/name`. */
  subject: string;
  from?: string;
  to: string;
  /** Nothing was known of what runs there before, so that it may be what ran all along. */
  firstKnown?: true;
  environment?: string;
  /** Confirmed ones. */
  entityRefs: string[];
  /** Of the policy that places it, where one does. */
  policyKey?: string;
}
