import { canonicalJson } from '../rules/digest/canonicalJson';
import { sha256Hex } from '../rules/digest/sha256Hex';

/** What the hash of an entry covers. Who did it and the payload are covered through `payloadHash` alone. */
export interface HashedEntry {
  seq: number;
  prevHash: string;
  /** Milliseconds since the epoch. */
  at: number;
  action: string;
  requestId: string | null;
  environment: string | null;
  payloadHash: string;
}

/** `prevHash` of the first entry. */
const FIRST = '0'.repeat(64);

/** The hashes of the trail. A change here breaks every trail there is: `v` tells the forms apart. */
export const auditHashes = {
  first: FIRST,

  /**
   * Of what names people. The salt goes when the payload is erased: without it nobody can find out by trying whether somebody
   * was meant.
   */
  ofPayload(salt: string, actor: string, payload: string): string {
    return sha256Hex(canonicalJson({ v: 1, salt, actor, payload }));
  },

  ofEntry(entry: HashedEntry): string {
    const { seq, prevHash, at, action, requestId, environment, payloadHash } =
      entry;
    return sha256Hex(
      canonicalJson({
        v: 1,
        seq,
        prevHash,
        at,
        action,
        requestId,
        environment,
        payloadHash,
      }),
    );
  },
};
