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
  /** What changed while the version stayed; `from` and `to` are that version. Absent: the version changed. */
  beside?: 'settings' | 'image' | 'settings-and-image';
  /** Of what changed beside the version: when anything changed there before. */
  earlierAt?: number;
  environment?: string;
  /** Confirmed ones. */
  entityRefs: string[];
  /** Of the policy that places it, where one does. */
  policyKey?: string;
}
