import { Acting } from '../../service/Acting';
import { LaneRef } from './LaneRef';

/** Why somebody restores, and the `etag` of the offer that they looked at. */
export interface RestoreInput {
  reason: string;
  ifMatch: string;
}

/** Releases what only restores content that a lane had before. */
export interface LaneRestore {
  /**
   * Opens and seals it, and answers with the id of the request. Throws a ConflictError when there is nothing to restore,
   * and an ApprovalError SUBJECT_CHANGED when it is something else than was looked at; undefined:
   * the lane is not armed.
   */
  restore(
    ref: LaneRef,
    input: RestoreInput,
    acting: Acting,
  ): Promise<string | undefined>;
}
