/** Part of the stored JSON of what was derived: how sure the stored `state_since` is. */
export interface StoredSince {
  /** It was like that when it was first seen, and may have been for longer. Absent: the change itself was seen. */
  firstSeen?: true;
}
