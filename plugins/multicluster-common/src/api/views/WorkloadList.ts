import { PlacementSummary } from '../../model/PlacementSummary';
import { PlacementState } from '../../model/TargetAxes';
import { WorkloadIdentity } from '../../model/Workload';
import { ReplicaCounts } from './Placement';
import { ViewMeta } from './ViewMeta';

/** A row of `GET /v1/workloads`. @public */
export interface WorkloadRow extends WorkloadIdentity {
  id: string;
  entityRefs: string[];
  summary?: PlacementSummary;
  since?: string;
  /** True: it was like that when it was first seen at `since`, and may have been for longer. */
  sinceAtLeast?: boolean;
  /** Nothing placed it, and somebody means it to be placed. */
  unplaced?: boolean;
  /** No placement of it is known, but those of its source could not all be read: where it runs is not known. */
  unread?: boolean;
  clusters: number;
  /** States of its targets and how many have each. */
  targets: Partial<Record<PlacementState, number>>;
  replicas: ReplicaCounts;
  versions: string[];
  /** How many targets sit on clusters that are not ready. */
  lastKnown: number;
}

/** `GET /v1/workloads?filter=…&cursor=…&limit=…`. @public */
export interface WorkloadList extends ViewMeta {
  items: WorkloadRow[];
  total: number;
  nextCursor?: string;
}
