/** A signed word on where the trail stood. One line of JSON in the file of checkpoints. */
export interface Checkpoint {
  v: 1;
  seq: number;
  /** Of that entry. */
  hash: string;
  /** ISO 8601, by the clock of the database. */
  at: string;
  /** Hex SHA-256 of the public key (DER), so that checkpoints of a key that was replaced are recognised. */
  key: string;
  /** Hex SHA-256 of the line before it in the file; empty for the first. */
  previous: string;
  /** Base64 of the Ed25519 signature over the canonical JSON of all the rest. */
  signature: string;
}
