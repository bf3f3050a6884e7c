import { ProblemCode } from '../../model/Coverage';
import { Sentence } from '../../model/Sentence';
import { ArtifactVersion } from '../../model/Workload';

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
  /**
   * The manifest as text, fit to be compared with that of another cluster: without what a server adds and without its namespace.
   * Of secrets it has the names of their keys, of settings a fingerprint that holds until the back end restarts; never a value.
   */
  manifest?: string;
}
