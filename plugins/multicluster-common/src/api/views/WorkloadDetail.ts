import { PlacementSummaryState } from '../../model/PlacementSummary';
import { Sentence } from '../../model/Sentence';
import { PlacementState } from '../../model/TargetAxes';
import { EntityWorkload } from './EntityTopology';
import { ViewMeta } from './ViewMeta';

/** One step of template → policy → binding → cluster. @public */
export interface ChainNode {
  id: string;
  kind: 'template' | 'policy' | 'binding' | 'cluster';
  title: string;
  /** What it says of itself, one line each. */
  lines: Sentence[];
  state?: PlacementState | PlacementSummaryState;
  /** The cluster, for nodes of that kind. */
  cluster?: string;
}

/** `GET /v1/workloads/{id}`. @public */
export interface WorkloadDetail extends ViewMeta {
  workload: EntityWorkload;
  /** Entities it belongs to, as far as the caller may see them. */
  entityRefs: string[];
  chain: { nodes: ChainNode[]; edges: Array<{ from: string; to: string }> };
  history: TransitionEntry[];
}

/** A change of a derived field. @public */
export interface TransitionEntry {
  /** `summary`, or the name of a cluster. */
  subject: string;
  field: string;
  from?: string;
  to: string;
  at: string;
  cause?: string;
}
