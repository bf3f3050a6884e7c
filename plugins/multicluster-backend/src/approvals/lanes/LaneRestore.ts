import { Acting } from '../../service/Acting';
import { LaneRef } from './LaneRef';

/** Releases what only restores content that a lane had before. */
export interface LaneRestore {
  /**
   * Opens and seals it, and answers with the id of the request. Throws a ConflictError when there is nothing to restore; undefined:
   * the lane is not armed.
   */
  restore(
    ref: LaneRef,
    input: { reason: string },
    acting: Acting,
  ): Promise<string | undefined>;
}
