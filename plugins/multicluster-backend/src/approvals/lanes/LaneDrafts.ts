import { ApprovalSubject } from '@fairway/backstage-plugin-multicluster-common';
import { RequestDraft } from '../engine/ApprovalEngine';
import { LaneReading } from './LaneReading';

/** What requests about lanes are opened with. */
export interface LaneDrafts {
  /**
   * @param clusters - to be released, see heldChanges
   * @param stored - the subject of the request that is open: a policy that changed is no other subject
   */
  draft(
    reading: LaneReading,
    clusters: readonly string[],
    stored?: ApprovalSubject,
  ): Promise<RequestDraft>;
}
