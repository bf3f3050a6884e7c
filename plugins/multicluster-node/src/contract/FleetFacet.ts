import { LoggerService } from '@backstage/backend-plugin-api';
import {
  CoverageProblem,
  ProblemCode,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  ClusterFact,
  DerivedPlacement,
  DeriveInput,
  FleetFact,
  PlacementFact,
  PolicyFact,
  WorkloadFact,
} from './facts';

/**
 * Clusters, templates, policies and placements of a source.
 *
 * @public
 */
export interface FleetFacet {
  /**
   * Version of the rules that make facts and states. When it is another than the one that the stored rows were made with,
   * every lane is listed again and every placement derived again; else an upgrade would only show on what changes next.
   */
  readonly version?: string;

  /**
   * Lanes that bring override policies. Until each of them was listed to its end once, `derive` is told that override
   * policies are unread. Absent: the system has none.
   */
  readonly overrideLanes?: readonly string[];

  /**
   * Lanes that placements are read through: those of workloads with a namespace, and of workloads without. While one of
   * them was never read to the end, or fails, nothing is called unplaced. Left out: any lane may bring placements.
   */
  readonly placementLanes?: {
    namespaced: readonly string[];
    clusterScoped: readonly string[];
  };

  /**
   * Observes until the signal aborts.
   *
   * @remarks
   * Runs on the one replica that holds the lease of this facet. Resolves after the signal aborted and everything in
   * flight has ended. Trouble with one kind is reported through {@link LaneReporter} and retried inside; rejecting means
   * that the facet as a whole cannot go on, and it is started again with a back-off.
   */
  observe(context: ObserveContext): Promise<void>;

  /** The state rules of this system. Pure; called for a placement whenever a fact of it changed or `recheckAt` has come. */
  derive(input: DeriveInput): DerivedPlacement;

  /** Why nothing placed this template: no policy selects it, or which one does and has not claimed it. Pure. */
  explainUnplaced(input: {
    workload: WorkloadFact;
    /** Placement policies of the template's namespace and cluster-scoped ones. */
    policies: PolicyFact[];
  }): Sentence;

  /** What the system will do by itself for a placement when this cluster stays lost. Pure. */
  explainLoss(input: {
    cluster: ClusterFact;
    placement: PlacementFact;
    derived: DerivedPlacement;
  }): Sentence;
}

/** What an observation works with. @public */
export interface ObserveContext {
  signal: AbortSignal;
  logger: LoggerService;
  sink: FleetSink;
  report: LaneReporter;
  /** Milliseconds since the epoch. */
  now(): number;
}

/**
 * Where facts go.
 *
 * @remarks
 * Every call commits in one transaction: fence check, rows, derived states, revision, checkpoint. A call rejects with a
 * `ConflictError` once the lease is lost; the observation must then stop. Calls of one lane must be made one after the
 * other; calls of different lanes may overlap.
 *
 * @public
 */
export interface FleetSink {
  /**
   * The checkpoint (for Kubernetes a resourceVersion) up to which the lane is stored, or undefined when it was never
   * listed completely.
   */
  checkpoint(lane: string): Promise<string | undefined>;

  /** Kinds that stored placements (dependencies excluded) refer to. */
  referencedKinds(): Promise<
    Array<{ group: string; version: string; kind: string }>
  >;

  /** Stores a batch of changes seen by a watch. */
  change(batch: {
    lane: string;
    upserts: FleetFact[];
    /** Keys, by type. */
    deletes: Array<{ type: FleetFact['type']; key: string }>;
    checkpoint?: string;
  }): Promise<void>;

  /**
   * Starts a full list of a lane. Rows that no page of the sweep names are deleted when, and only when, it is completed;
   * a sweep that is never completed deletes nothing.
   */
  beginSweep(lane: string): Promise<FleetSweep>;
}

/** A full list on its way. @public */
export interface FleetSweep {
  page(facts: FleetFact[]): Promise<void>;
  /** The list was read to its end at this checkpoint. */
  complete(checkpoint: string): Promise<void>;
}

/**
 * Tells how a lane fares. The core turns it into coverage, metrics, `/v1/sources` and one log line per change of state.
 *
 * @public
 */
export interface LaneReporter {
  /** The lane exists and is wanted. `subject` is what people call it, for example `Deployments`. */
  declare(lane: string, options: { subject: string }): void;
  /** The lane is no longer wanted (its kind is referenced by nothing). */
  retire(lane: string): void;
  /** Contact: an event, a bookmark, a page. Call as often as it happens. */
  contact(lane: string): void;
  /** Seconds between a change at the source and our seeing it. */
  lag(lane: string, seconds: number): void;
  /** A full list started. */
  relist(lane: string): void;
  problem(
    lane: string,
    problem: { code: ProblemCode; sentence: Sentence },
  ): void;
  recovered(lane: string): void;
  /** Facts about the source as a whole: versions served, features it lacks. Replaces what was said before. */
  facts(facts: Sentence[]): void;
  /** Verbs the credential lacks, as YAML to apply. */
  missingRbac(yaml: string | undefined): void;
}

/** {@inheritDoc LaneReporter} @public */
export type LaneProblem = Pick<CoverageProblem, 'code' | 'sentence'>;
