import { RequestRecord } from '../model/RequestRecord';
import { GivenLaneContent } from './GivenLaneContent';
import { ArmedLane } from './ArmedLane';
import { HeldChanges } from './heldChanges';
import { LaneFacts } from './LaneFacts';
import { LaneReading } from './LaneReading';

/** What is seen of a lane in one look. */
export interface LaneSight {
  reading: LaneReading;
  /** Newest first. */
  given: readonly GivenLaneContent[];
  changes: HeldChanges;
  /** The request that is open. */
  open?: RequestRecord;
}

/**
 * `handled`: no request of the ordinary kind is to be opened, or brought up to date, for it; `again`: nor that, and it is to be
 * looked at again in a moment, because it is done by itself then.
 */
export type CareVerdict = 'handled' | 'again' | 'ordinary';

/** Cares for what is urgent in a lane, and for what needs no new approval. Repeats do no harm: every look asks. */
export interface LaneCare {
  /** Looks at what was read, whatever state a release is in. */
  look(sight: LaneSight): Promise<CareVerdict>;

  /**
   * Asked at every hint, by what the inventory has and apart from every read: a cluster that is lost must not wait for one that takes
   * its time, of whichever lane.
   */
  glance(lane: ArmedLane, facts: LaneFacts): Promise<void>;

  /** The policy of a lane is not there any more: nothing of it can be released. */
  gone(lane: ArmedLane): Promise<void>;

  /** Resolves once nothing that was begun is on its way any more. */
  idle(): Promise<void>;

  /** A cluster has other content than the one that was released to it: somebody changed it in between. It is held again by now. */
  differs(request: RequestRecord, cluster: string): Promise<void>;
}
