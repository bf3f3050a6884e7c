/** What a look at the whole trail found. */
export interface AuditVerdict {
  /** Entries there are. */
  entries: number;
  /** Number of the last one; 0: there is none. */
  lastSeq: number;
  /** In the order of the trail, at most 100; the first names the first entry that is not as it was written. */
  findings: AuditFinding[];
  /** Payloads that were erased, and whose erasure is in the trail. */
  erased: number;
  /** What was signed and is held by what was found. */
  checkpoints: { verified: number; lastSeq?: number; lastAt?: string };
  /** What this look cannot prove, in English. */
  limits: string[];
}

/** Something that is not as it was written. */
export interface AuditFinding {
  kind: /** The row is not the one its hash was made of. */
  | 'edited'
    /** The payload, or who did it, is not what the row was made with. */
    | 'payload-edited'
    /** No payload, and no entry that says it was erased. */
    | 'payload-missing'
    /** Numbers are missing before it. */
    | 'deleted'
    /** A row that was made with another number stands here. */
    | 'reordered'
    /** It does not link to the one before it. */
    | 'unlinked'
    /** It was signed and is not there any more. */
    | 'truncated'
    /** Another entry was signed with this number: everything since the checkpoint before was written anew. */
    | 'rewritten'
    /** A line of the file of checkpoints is not signed by this key, or cannot be read. */
    | 'checkpoint-forged'
    /** The database knows of a checkpoint that the file has lost. */
    | 'checkpoint-missing';
  seq: number;
  text: string;
}
