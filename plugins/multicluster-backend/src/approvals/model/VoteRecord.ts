/** A vote as it is stored. */
export interface VoteRecord {
  id: string;
  requestId: string;
  generation: number;
  /** Ref of the user. */
  voter: string;
  decision: 'approve' | 'reject';
  subjectDigest: string;
  status: 'counted' | 'withdrawn' | 'late' | 'void';
  reason?: string;
  comment?: string;
  /** Refs of the groups the voter was in, by the catalog and not by the token. */
  groups: string[];
  channel: 'portal' | 'bulk';
  at: number;
  /** Order of casting within its generation: effects that the tool counts by people are sent in it. */
  ordinal: number;
}
