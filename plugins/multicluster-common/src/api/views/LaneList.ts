import { ApprovalAbility } from '../../model/approval/ApprovalRequest';
import { Sentence } from '../../model/Sentence';
import { Tone } from './EntityTopology';
import { ViewMeta } from './ViewMeta';

/** A cluster of a lane, by what was dispatched to it. @public */
export interface LaneCluster {
  cluster: string;
  /** `leaving`: nothing of the lane is wanted there any more, and what is there is to go. */
  state: 'released' | 'held' | 'releasing' | 'lost' | 'leaving' | 'unknown';
  sentence: Sentence;
  /** Copies that run there, and that the control plane wants there. */
  runs?: number;
  wanted?: number;
}

/** What can be released in a lane without votes. @public */
export interface LaneRestore {
  clusters: string[];
  /** `baseline`: it ran in the lane before it was armed, or was let out past the rules; nobody approved it here. */
  basis: 'approved' | 'baseline';
  sentence: Sentence;
  /** What is offered: to be sent back as `If-Match` by whoever restores it. */
  etag: string;
}

/** Answer of `POST /v1/lanes/{id}/restore`. @public */
export interface RestoredLane {
  /** The request that it went by. */
  requestId: string;
}

/** A policy whose dispatch waits for people. @public */
export interface Lane {
  id: string;
  source: string;
  /** `<kind>/<namespace>/<name>`. */
  policy: string;
  /** `armed`: held by us; `releasing`: by clusters; `held`: somebody else holds it; `open`: nothing is held. */
  state: 'open' | 'armed' | 'releasing' | 'held' | 'orphaned';
  environment?: string;
  entityRefs: string[];
  workloads: Array<{ id: string; name: string }>;
  clusters: LaneCluster[];
  /** Most urgent first. */
  sentences: Array<Sentence & { tone: Tone }>;
  /** Who holds it, and since when (ISO 8601). */
  armedBy?: string;
  armedAt?: string;
  /** What releases it by hand. */
  kubectl?: string;
  /** The open request. */
  requestId?: string;
  /** What is held only restores what the lane had before, and can be released without votes; see {@link LaneRestore}. */
  restore?: LaneRestore;
  can: {
    arm: ApprovalAbility;
    disarm: ApprovalAbility;
    restore: ApprovalAbility;
  };
}

/** `GET /v1/lanes`. @public */
export interface LaneList extends ViewMeta {
  items: Lane[];
}

/** What arming, disarming, cordoning would do, and what keeps it from being done. @public */
export interface ActionPreview {
  /** Everything has to hold before it is done. */
  checks: Array<{ code: string; ok: boolean; sentence: Sentence }>;
  /** What it reaches, most telling first. */
  effects: Sentence[];
  /** What has to be sent back with the real request. */
  resourceVersion?: string;
  /** True: it was done; false: it was only looked at. */
  done: boolean;
}
