import { ApprovalAbility } from '../../model/approval/ApprovalRequest';
import { Sentence } from '../../model/Sentence';
import { PlacementState } from '../../model/TargetAxes';
import { WorkloadIdentity } from '../../model/Workload';
import { ClusterSummary } from './ClusterList';
import { ViewMeta } from './ViewMeta';

/** What losing a cluster means for one workload, worst first. @public */
export interface ClusterImpact {
  workload: WorkloadIdentity & { id: string };
  entityRefs: string[];
  owner?: string;
  severity: 'no-other-copy' | 'under-half-left' | 'redundant';
  replicasLost: number;
  replicasLeft: number;
  state: PlacementState;
  /** What the control plane will do by itself. */
  outlook: Sentence;
}

/** `GET /v1/clusters/{controlPlane}/{name}`. @public */
export interface ClusterDetail extends ViewMeta {
  /** Whether the caller may have its control plane place nothing new on it, or place on it again. Absent: nobody can from here. */
  manage?: { action: 'cordon' | 'uncordon'; ability: ApprovalAbility };
  cluster: ClusterSummary;
  impact: ClusterImpact[];
  impactTotal: number;
  nextCursor?: string;
}
