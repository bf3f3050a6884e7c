/** What somebody said to a request. @public */
export interface Vote {
  /** Ref of the user. */
  voter: string;
  decision: 'approve' | 'reject';
  /** `late`: evidence alone, it was decided already; `void`: its subject changed or its voter lost the right. */
  status: 'counted' | 'withdrawn' | 'late' | 'void';
  /** Why it is void. */
  reason?: string;
  /** Text, never markup. */
  comment?: string;
  /** Groups for which it counts. */
  groups: string[];
  /** Of what was looked at. */
  subjectDigest: string;
  generation: number;
  /** ISO 8601. */
  at: string;
}
