import {
  ArtifactVersion,
  PolicyRef,
  VersionKnowledge,
  WorkloadIdentity,
} from '../model/Workload';
import { Coverage, CoverageProblem, ProblemCode } from '../model/Coverage';
import {
  ClusterCapacity,
  ClusterState,
  ClusterTaint,
} from '../model/ClusterState';
import { PlacementState, TargetAxes } from '../model/TargetAxes';
import {
  PlacementSummary,
  PlacementSummaryState,
} from '../model/PlacementSummary';
import { Sentence } from '../model/Sentence';

/** What every view carries. Times are ISO 8601. @public */
export interface ViewMeta {
  /** When what is shown was last confirmed by its sources: the oldest of them. Absent: never. */
  observedAt?: string;
  /** Opaque; equal revisions mean equal content. Also the ETag. */
  revision: string;
  coverage: Coverage;
  /**
   * Names this view on the signal channel `multicluster`: when a {@link MulticlusterHint} lists it, the view changed. Absent
   * where hints are off.
   */
  hint?: string;
}

/**
 * Message on the signal channel `multicluster`, at most two a second in total.
 *
 * @remarks
 * Anyone who reaches the back end can read the channel, so it says only that something changed: `views` are keyed hashes
 * as in {@link ViewMeta.hint}. `['*']` stands for more views than a message holds. Wait a random moment, then ask again
 * with `ifNoneMatch`.
 *
 * @public
 */
export interface MulticlusterHint {
  revision: number;
  views: string[];
}

/** An environment as the platform configured it. @public */
export interface EnvironmentSummary {
  name: string;
  title?: string;
  /** Clusters that belong to it, by state. */
  clusters: Partial<Record<ClusterState, number>>;
}

/** `GET /v1/environments`, in the order of the configuration. @public */
export interface EnvironmentList extends ViewMeta {
  items: EnvironmentSummary[];
}

/** Whether what is shown of a target is what its cluster says now. @public */
export interface Freshness {
  state: 'live' | 'last-known';
  /** Since when it is only last known. */
  since?: string;
  reason?: Sentence;
}

/** Counts of copies; absent where the kind reports none. @public */
export interface ReplicaCounts {
  desired?: number;
  ready?: number;
  updated?: number;
  available?: number;
}

/** A workload on one cluster. @public */
export interface PlacementTarget {
  /** Name within the control plane. */
  cluster: string;
  region?: string;
  /** Configured environment of the cluster. */
  environment?: string;
  state: PlacementState;
  axes: TargetAxes;
  reason?: string;
  message?: string;
  replicas: ReplicaCounts;
  versions: ArtifactVersion[];
  versionKnowledge: VersionKnowledge;
  /** How many template generations behind the control plane; absent where generations are not reported. */
  generationsBehind?: number;
  /** Since when `state` is what it is. */
  since: string;
  /** True: it was like that when it was first seen at `since`, and may have been for longer. */
  sinceAtLeast?: boolean;
  freshness: Freshness;
}

/** Where a workload was placed, and how it fares. @public */
export interface Placement {
  summary: PlacementSummary;
  /** Since when `summary.state` is what it is. */
  since: string;
  /** True: it was like that when it was first seen at `since`, and may have been for longer. */
  sinceAtLeast?: boolean;
  /** How copies are spread, for example "divided over 2 clusters" or "3 copies on each of 2 clusters". */
  division?: Sentence;
  policy?: PolicyRef;
  replicas: ReplicaCounts;
  targets: PlacementTarget[];
}

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

/** Why the workloads shown are those, or why there are none. @public */
export interface EntityMatchExplanation {
  state: 'matched' | 'none' | 'claimed-only' | 'forbidden';
  sentence?: Sentence;
  /** What to add to the entity or the template. */
  suggestions: Array<{
    annotation: string;
    value: string;
    on: 'entity' | 'template';
  }>;
  /** Other entities that claim the same workloads or carry the same id; those the caller may not read are counted. */
  alsoClaimedBy?: { entityRefs: string[]; hidden: number };
}

/** `GET /v1/fleet`: regions and their clusters, small enough to draw at once. @public */
export interface Fleet extends ViewMeta {
  regions: FleetRegion[];
  clusters: Record<ClusterState, number>;
  workloads: Record<PlacementSummaryState, number>;
}

/** {@inheritDoc Fleet} @public */
export interface FleetRegion {
  /** Undefined: clusters that state no region. */
  name?: string;
  clusters: FleetTile[];
  /** Services with a copy on a cluster of this region that is not ready. */
  affected: number;
}

/** {@inheritDoc Fleet} @public */
export interface FleetTile {
  controlPlane: string;
  name: string;
  state: ClusterState;
  /** Worst of what runs there, from the states of its targets. */
  worst?: PlacementState;
  intermittent?: boolean;
}

/** A cluster as one control plane sees it. @public */
export interface ClusterSummary {
  controlPlane: string;
  name: string;
  /** uid of its kube-system namespace; two memberships with the same one are the same cluster. */
  clusterUid?: string;
  state: ClusterState;
  reason?: string;
  message?: string;
  /** Since when `state` is what it is. */
  since: string;
  kubernetesVersion?: string;
  syncMode?: 'push' | 'pull';
  region?: string;
  zones: string[];
  provider?: string;
  environment?: string;
  taints: ClusterTaint[];
  nodes?: { ready: number; total: number };
  capacity?: ClusterCapacity;
  /** Targets on this cluster by state. */
  targets: Partial<Record<PlacementState, number>>;
  intermittent?: boolean;
}

/** `GET /v1/clusters`. @public */
export interface ClusterList extends ViewMeta {
  items: ClusterSummary[];
  nextCursor?: string;
}

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
  cluster: ClusterSummary;
  impact: ClusterImpact[];
  impactTotal: number;
  nextCursor?: string;
}

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

/** Whatever was read of one cluster, or why it was not. @public */
export interface PerCluster<T> {
  cluster: string;
  items: T[];
  /** Set: `items` is what was read before it went wrong, and never "none". */
  problem?: { code: ProblemCode; sentence: Sentence };
  /** When it was read. */
  observedAt: string;
}

/** A pod of a workload. @public */
export interface Pod {
  name: string;
  namespace: string;
  phase: string;
  /** `CrashLoopBackOff` and the like, else the phase. */
  status: string;
  ready: { ready: number; total: number };
  restarts: number;
  node?: string;
  startedAt?: string;
  containers: Array<{
    name: string;
    image: string;
    ready: boolean;
    state: string;
    init: boolean;
  }>;
}

/** An event of a workload, on the control plane or on a cluster. @public */
export interface WorkloadEvent {
  type: string;
  reason: string;
  message: string;
  object: string;
  count: number;
  firstSeen?: string;
  lastSeen?: string;
}

/** What a cluster was really sent. @public */
export interface RenderedTarget {
  replicas?: number;
  versions: ArtifactVersion[];
  overrides: Array<{ policy: string; overriders: string[] }>;
  generation?: number;
}

/** `GET /v1/sources`. @public */
export interface SourceList {
  items: SourceStatus[];
}

/** How well a source is read. @public */
export interface SourceStatus {
  id: string;
  type: string;
  title?: string;
  state: 'live' | 'degraded' | 'down' | 'starting' | 'broken';
  /** What the source said of itself: versions served, features it lacks. */
  facts: Sentence[];
  lanes: SourceLane[];
  problems: CoverageProblem[];
  /** Verbs the credential lacks, as YAML to apply. */
  missingRbac?: string;
  /** What is off, and why. */
  capabilities: Array<{
    name: string;
    available: boolean;
    reason?: Sentence;
    identityMode: IdentityMode;
  }>;
}

/** Who an access is made as. @public */
export type IdentityMode =
  | 'deep-link'
  | 'user-token'
  | 'impersonated'
  | 'service-attributed'
  | 'service'
  | 'pull';

/** One kind or stream of a source. @public */
export interface SourceLane {
  name: string;
  state: 'live' | 'syncing' | 'stale' | 'failed' | 'off';
  objects: number;
  /** Last contact: an event, a bookmark or a completed list. */
  contactAt?: string;
  /** Seconds between a change and our seeing it, if known. */
  lagSeconds?: number;
  relists: number;
  errors: number;
  problem?: CoverageProblem;
}

/** One line of a followed log, as NDJSON. `heartbeat` keeps proxies from closing the connection. @public */
export type LogFrame =
  | { type: 'line'; time?: string; text: string }
  | { type: 'heartbeat' }
  | {
      type: 'end';
      reason: 'complete' | 'limit' | 'unauthorised' | 'error';
      sentence?: Sentence;
    };
