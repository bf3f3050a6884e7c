import {
  ActionResult,
  IdentityMode,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { Caller } from './DetailFacet';
import { PlacementFact, PolicyFact } from './facts';

/**
 * Dispatch that a control plane holds, cluster by cluster: what is held is rendered and not sent.
 *
 * @remarks
 * A lane is a placement policy. The core decides which lanes there are, keeps who approved what, and asks for one change of
 * form at a time; the source knows how the system holds and what proves that a cluster has what was released.
 *
 * @public
 */
export interface LanesFacet {
  capabilities(): LaneCapability;

  /** How a policy holds now, from its stored fact. Pure. */
  holdOf(policy: PolicyFact): LaneHold;

  /**
   * What is held, rendered for each cluster. Reads everything of the lane (at most 500 rendered objects), and again whenever it
   * is asked: at the request, at a vote, before the release. Rejects with a LaneUnreadableError when it cannot be read, or is
   * more: then its code is `too-many`.
   */
  read(request: LaneRequest): Promise<LaneContent>;

  /**
   * Policies are told apart from what they once placed: placements that stay held although no policy claims them any more. The
   * policy was deleted while it held, and nothing but `disarm` sets them free. Pure.
   */
  orphansOf(placements: PlacementFact[]): PlacementFact[];

  /**
   * Everything that has to hold before a lane is armed, the kept with the broken; a refusal says why. `caller`: who would arm it,
   * where policies are changed in the name of people.
   */
  check(request: LaneRequest & { caller?: Caller }): Promise<LaneCheck[]>;

  /**
   * One change of form, with the resourceVersion as precondition; `conflict` when it is another by then, or when somebody else
   * manages the field. `applied` with the resourceVersion that came of it; a dry run that would be taken is `requested`, with
   * the `precondition` to send. Never rejects for what the system says; rejects only when the signal aborted before anything was
   * sent.
   */
  change(
    request: LaneChange,
  ): Promise<ActionResult & { resourceVersion?: string }>;

  /**
   * Whether a cluster has what was released to it. `digest`: laneDigest of what is on it. `caller`: who released it, where
   * members are read in the name of people; without them nothing is read there. `over`: its arrival was seen before, and it may be
   * held again; what it was sent last is looked at then. Without it, what holds a cluster has kept the release from it: it is never
   * there by what was reported of an earlier one.
   */
  observe(
    request: LaneRequest & {
      cluster: string;
      digest: string;
      caller?: Caller;
      over?: boolean;
    },
  ): Promise<LaneObservation>;
}

/** @public */
export interface LaneCapability {
  available: boolean;
  /** Why not: the version is too old, or credentials lack rights. */
  reason?: Sentence;
  /** As whom policies are changed, best first. */
  identityModes: IdentityMode[];
}

/** `all`: held for every cluster; `clusters`: for these alone. @public */
export interface LaneHold {
  form: 'none' | 'all' | 'clusters';
  clusters: string[];
  /** True: our note says that the portal holds it. */
  ours: boolean;
  /** Who armed it (ref of a user), as the note says. */
  by?: string;
  /** What releases it by hand, for a terminal. */
  command: string;
}

/** Which lane. @public */
export interface LaneRequest {
  policy: PolicyFact;
  /** Everything the policy claims. */
  placements: PlacementFact[];
  /** Milliseconds. */
  deadlineMs: number;
  signal: AbortSignal;
}

/** {@inheritDoc LanesFacet.read} @public */
export interface LaneContent {
  resourceVersion: string;
  /** By cluster, every rendered object that the lane has there. */
  clusters: Record<string, LaneObject[]>;
  /** Clusters the policy could choose, beside those it has chosen. */
  possible: string[];
  /**
   * False: the system is still at rendering, so the same read may give something else a moment later. Nothing is released on
   * such a look.
   */
  settled: boolean;
  /** What a release does beside what it is for: jobs that run again, dependencies that already left. */
  notes: Sentence[];
}

/** @public */
export interface LaneObject {
  placementKey: string;
  group: string;
  kind: string;
  namespace: string;
  name: string;
  /** Hex SHA-256 of the rendered manifest, canonical, without what the system stamps. */
  digest: string;
  /** The same without copies: equal for two that differ in the number of copies alone. */
  digestWithoutReplicas: string;
  replicas?: number;
  images: Array<{ name: string; image: string }>;
  /** False: held back. */
  dispatched: boolean;
  /**
   * It is held back since it was rendered, so that the cluster has nothing of it, whatever an earlier one of the same name had
   * brought there: that was taken away, as from a cluster that was lost and came back.
   */
  absent?: true;
}

/** @public */
export interface LaneCheck {
  /** Stable. */
  code:
    | 'works-unreadable'
    | 'too-many'
    | 'dependencies-not-held'
    | 'cluster-not-covered'
    | 'managed-elsewhere'
    | 'held-already'
    | 'lazy'
    | 'version-too-old'
    | 'rights-missing'
    | 'policy-deleting'
    | 'unreadable';
  ok: boolean;
  sentence: Sentence;
}

/** {@inheritDoc LanesFacet.change} @public */
export interface LaneChange extends LaneRequest {
  /**
   * `hold`: every cluster, with our note; `release`: every cluster of the control plane but these `clusters` stays held;
   * `disarm`: neither hold nor note, and what a deleted policy left held is set free.
   */
  form: 'hold' | 'release' | 'disarm';
  clusters: string[];
  resourceVersion: string;
  caller: Caller;
  /** What the note on the policy says: who holds it and how to release it by hand. */
  note: { by: string; requestId?: string };
  dryRun: boolean;
}

/** {@inheritDoc LanesFacet.observe} @public */
export interface LaneObservation {
  /** `unproven`: it was accepted, and nothing there can be read that would prove it. `changed`: other content than `digest`. */
  outcome:
    | 'observed'
    | 'progressing'
    | 'unhealthy'
    | 'unproven'
    | 'changed'
    | 'unreachable';
  sentence: Sentence;
}
