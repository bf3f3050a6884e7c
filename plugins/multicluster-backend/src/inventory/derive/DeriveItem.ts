import {
  PlacementFact,
  WorkloadFact,
} from '@fairway/backstage-plugin-multicluster-node';
import { PlacementRow } from '../store/rows';
import { WorkloadRef } from '../store/WritePlan';

/** A placement to derive. */
export interface DeriveItem {
  fact: PlacementFact;
  /** JSON of the fact, and its hash. */
  json: string;
  hash: string;
  laneId: number | null;
  workload: WorkloadRef;
  /** Absent: the template is not known. */
  workloadFact?: WorkloadFact;
  /** What is stored of it; absent: it is new. */
  row?: PlacementRow;
}
