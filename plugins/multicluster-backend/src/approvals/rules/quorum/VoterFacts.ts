/** What the catalog says of those who could vote, read once for a judgement. Refs are full and in lower case. */
export interface VoterFacts {
  /** Ref of a user → refs of the groups it is in, those above them included. */
  groupsOf(userRef: string): readonly string[];
  /** Refs of the groups and users that own an entity of the request (confirmed ones alone). */
  owners: readonly string[];
}
