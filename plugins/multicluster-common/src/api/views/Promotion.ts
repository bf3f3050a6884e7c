import { Gate } from '../../model/run/Gate';
import { Actor } from '../../model/run/Actor';
import {
  PipelineRun,
  RunArtifact,
  RunCommit,
} from '../../model/run/PipelineRun';
import { Coverage } from '../../model/Coverage';
import { Sentence } from '../../model/Sentence';
import { VersionKnowledge } from '../../model/Workload';
import { EntityMatchExplanation, Tone } from './EntityTopology';
import { Freshness } from './Placement';
import { ViewMeta } from './ViewMeta';

/** Why a step does not happen. Closed: every blocked state has one. @public */
export type BlockedCode =
  | 'unscheduled'
  | 'quota'
  | 'policy-suspended'
  | 'gate-waiting'
  | 'quorum'
  | 'window'
  | 'unhealthy-upstream'
  | 'drift'
  | 'source-stale'
  | 'agent-offline'
  | 'agent-stuck'
  | 'queued-behind-run'
  | 'no-actuator'
  | 'unknown';

/** A version as an environment has it. @public */
export interface EnvironmentVersion {
  name: string;
  /** What to show: the tag, else a short digest. */
  version: string;
  /** True: a tag that names no content by itself, such as `latest` or one that ends in SNAPSHOT. */
  unpinned: boolean;
  /** Ids of the images that clusters report; more than one: the same tag is not the same content everywhere. */
  digests: string[];
  knowledge: VersionKnowledge;
  /** Clusters that run it. */
  clusters: string[];
}

/** One environment in the matrix. @public */
export interface PromotionEnvironment {
  name: string;
  title?: string;
  versions: EnvironmentVersion[];
  /** Of the run that brought it. */
  commit?: RunCommit;
  by?: Actor;
  /** ISO 8601; since when its clusters run what they run. */
  since?: string;
  sinceAtLeast?: boolean;
  health: 'healthy' | 'progressing' | 'unhealthy' | 'unknown' | 'absent';
  /** What is wrong, or how it fares. */
  sentence: Sentence & { tone: Tone };
  /** By its clusters. */
  coverage: Coverage;
  clusters: Array<{ name: string; state: string; freshness: Freshness }>;
  gate?: Gate & { runId: string };
  /** The run under way towards it. */
  run?: PipelineRun;
  /** What is deployed is not what the repository, or the template, says. */
  drift?: Sentence;
}

/**
 * What would change in an environment if it got what the one before it has. `from` and `to` are the names of the two; within
 * images, copies, configuration and commits, `from` is what `to` has now and `to` what it would get. An absent side is not
 * there; what nobody knows is not listed.
 *
 * @public
 */
export interface PromotionChange {
  from: string;
  to: string;
  images: Array<{ name: string; from?: string; to?: string }>;
  replicas?: { from?: number; to?: number };
  /**
   * What differs of what runs delivered and workloads refer to beside images, by name: charts and objects with their version,
   * ConfigMaps and Secrets with the hash that their reference carries, or with their name again. Values are never read.
   */
  configuration: Array<{ name: string; from?: string; to?: string }>;
  commits?: { from?: RunCommit; to?: RunCommit; compareUrl?: string };
  /** True: `to` runs something newer than `from`, which has nothing to bring; nothing is listed then. */
  ahead?: boolean;
}

/** What brings the next environment forward. @public */
export type NextStep =
  | {
      kind: 'gate';
      runId: string;
      gate: Gate;
      sentence: Sentence;
      url?: string;
    }
  | { kind: 'sync'; pipelineId: string; sentence: Sentence; url?: string }
  | { kind: 'held-lane'; workloadId: string; sentence: Sentence; url?: string }
  | { kind: 'no-actuator'; sentence: Sentence; url?: string };

/** Why a step is blocked: one sentence, and what it rests on, most telling first. @public */
export interface WhyBlocked {
  code: BlockedCode;
  sentence: Sentence;
  evidence: Array<{ code: BlockedCode; sentence: Sentence; url?: string }>;
}

/** Where the time of a change went; milliseconds. A part that cannot be known is absent. @public */
export interface LeadTime {
  totalMs?: number;
  buildMs?: number;
  queueMs?: number;
  humanWaitMs?: number;
  deployMs?: number;
  /** ISO 8601: from the commit, until production ran it. Without an end it is under way. */
  from?: string;
  to?: string;
  commit?: RunCommit;
  /** Why there is no end: it is under way, or nobody can know when it arrived. */
  open?: Sentence;
}

/** `GET /v1/entities/{namespace}/{kind}/{name}/promotion`. @public */
export interface Promotion extends ViewMeta {
  entityRef: string;
  sentence?: Sentence & { tone: Tone };
  /** In order of promotion. */
  environments: PromotionEnvironment[];
  /** One less than the environments: between each and the next. */
  changes: PromotionChange[];
  steps: Array<{ to: string; next: NextStep; blocked?: WhyBlocked }>;
  leadTime?: LeadTime;
  artifacts: RunArtifact[];
  match: EntityMatchExplanation;
}
