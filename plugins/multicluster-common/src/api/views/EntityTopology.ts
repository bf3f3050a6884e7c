import { Sentence } from '../../model/Sentence';
import { ArtifactVersion, WorkloadIdentity } from '../../model/Workload';
import { Placement } from './Placement';
import { ViewMeta } from './ViewMeta';

/** Which rule linked a workload to an entity. @public */
export interface WorkloadMatch {
  rule:
    | 'kubernetes-id'
    | 'label-selector'
    | 'workloads-annotation'
    | 'policy-annotation';
  /** False: only the entity says so, the cluster does not. */
  confirmed: boolean;
  reason: Sentence;
  /** Other entities that claim the same workload; entities the caller may not read are counted, not named. */
  alsoClaimedBy?: { entityRefs: string[]; hidden: number };
}

/** A workload of an entity with everything the card and the tree-grid show. @public */
export interface EntityWorkload extends WorkloadIdentity {
  /** Hash of the identity, for use in paths. */
  id: string;
  /** False: the control plane no longer lists the template, only its placement. */
  templatePresent: boolean;
  generation?: number;
  versions: ArtifactVersion[];
  match: WorkloadMatch;
  /** Absent: nothing placed it; `unplaced` says why. */
  placement?: Placement;
  unplaced?: Sentence;
}

/** `GET /v1/entities/{namespace}/{kind}/{name}/topology`. @public */
export interface EntityTopology extends ViewMeta {
  entityRef: string;
  /** The one sentence that matters most over all workloads. */
  sentence?: Sentence & { tone: Tone };
  workloads: EntityWorkload[];
  /** Names of the environments among the targets, in the order of the configuration. */
  environments?: string[];
  match: EntityMatchExplanation;
}

/** How urgent a sentence is. @public */
export type Tone = 'bad' | 'warn' | 'hold' | 'run' | 'info';

/** Why the workloads or pipelines shown are those, or why there are none. @public */
export interface EntityMatchExplanation {
  state: 'matched' | 'none' | 'claimed-only' | 'forbidden';
  sentence?: Sentence;
  /** What to add to the entity, the template, or as a label to the pipeline. */
  suggestions: Array<{
    annotation: string;
    value: string;
    on: 'entity' | 'template' | 'pipeline';
  }>;
  /** Other entities that claim the same workloads or carry the same id; those the caller may not read are counted. */
  alsoClaimedBy?: { entityRefs: string[]; hidden: number };
}
