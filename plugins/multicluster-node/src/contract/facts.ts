import {
  ClusterCapacity,
  ClusterState,
  ClusterTaint,
  PlacementSummary,
  PolicyRef,
  ReplicaCounts,
  Sentence,
  TargetAxes,
  VersionKnowledge,
  ArtifactVersion,
} from '@fairway/backstage-plugin-multicluster-common';
import { JsonObject } from '@backstage/types';

/**
 * What a source states about one object, without anything that changes by itself: times that a controller re-stamps,
 * resourceVersions, counters. Equal facts are never written twice, so a volatile field here turns every heartbeat into a
 * write.
 *
 * @public
 */
export type FleetFact = ClusterFact | WorkloadFact | PolicyFact | PlacementFact;

/** A cluster as this source sees it. Key: its name. @public */
export interface ClusterFact {
  type: 'cluster';
  key: string;
  name: string;
  /** uid of the kube-system namespace, if the source knows it. */
  clusterUid?: string;
  state: Exclude<ClusterState, 'unavailable'>;
  reason?: string;
  message?: string;
  /** ISO 8601; since when the source says that `state` holds. */
  since?: string;
  kubernetesVersion?: string;
  syncMode?: 'push' | 'pull';
  region?: string;
  zones: string[];
  provider?: string;
  labels: Record<string, string>;
  taints: ClusterTaint[];
  nodes?: { ready: number; total: number };
  capacity?: ClusterCapacity;
}

/** A template on the control plane. Key: `<group>/<kind>/<namespace>/<name>`, see {@link workloadKey}. @public */
export interface WorkloadFact {
  type: 'workload';
  key: string;
  group: string;
  version: string;
  kind: string;
  namespace: string;
  name: string;
  /** Upstream uid: which incarnation. */
  uid: string;
  generation?: number;
  labels: Record<string, string>;
  /** Annotations by which delivery tools mark what they apply, by name; absent: there are none. */
  marks?: Record<string, string>;
  /** Permanent id of the policy that claimed it. */
  policyId?: string;
  policy?: PolicyRef;
  /** Empty for kinds of which only metadata is read; `imagesKnown` then is false. */
  images: ArtifactVersion[];
  imagesKnown: boolean;
  replicas?: number;
  /** Seconds a rollout may take before it counts as failing; 600 when the template is silent. */
  progressDeadlineSeconds?: number;
  /** What its pods are configured by; empty: nothing; absent: not known, as of kinds of which only metadata is read. */
  configuration?: ConfigurationRef[];
  /**
   * Digest of what the template is apart from the images of its containers and the number of copies. Only digests of different
   * generations are compared, and only those of one form: what is before a colon in it, if there is one. Absent: not known.
   */
  settings?: string;
  deleting: boolean;
  /** ISO 8601. */
  createdAt?: string;
}

/**
 * What a workload is configured by, as its template names it; the content is never read. `checksum`: of something that the
 * template does not name, as Helm charts write it (`checksum/<name>`).
 *
 * @public
 */
export interface ConfigurationRef {
  kind: 'ConfigMap' | 'Secret' | 'checksum';
  name: string;
  /** Of the content, where the template carries one. */
  hash?: string;
}

/** A policy. Key: `<kind>/<namespace>/<name>`. @public */
export interface PolicyFact<TNative extends JsonObject = JsonObject> {
  type: 'policy';
  key: string;
  kind: string;
  namespace: string;
  name: string;
  /** Permanent id: what placements refer to. */
  policyId?: string;
  /** Whether it places workloads or changes their manifests per cluster. */
  role: 'placement' | 'override';
  deleting: boolean;
  /** What this source's rules need of it; opaque to the core. */
  native: TNative;
}

/** A placement (a Karmada binding) and everything reported on it. Key: chosen by the source. @public */
export interface PlacementFact<TNative extends JsonObject = JsonObject> {
  type: 'placement';
  key: string;
  /** Key of the template, see {@link workloadKey}. */
  workloadKey: string;
  workload: {
    group: string;
    version: string;
    kind: string;
    namespace: string;
    name: string;
    uid?: string;
  };
  /** True for a placement that only follows others: its template is not watched. */
  dependency: boolean;
  policyId?: string;
  policy?: PolicyRef;
  /** What this source's rules need of it; opaque to the core. */
  native: TNative;
}

/** What a target was derived to. @public */
export interface DerivedTarget {
  cluster: string;
  axes: TargetAxes;
  reason?: string;
  message?: string;
  replicas: ReplicaCounts;
  versions: ArtifactVersion[];
  versionKnowledge: VersionKnowledge;
  generationsBehind?: number;
  /**
   * Generation of the template whose content runs there, of the incarnation that was derived with. Absent: nobody knows which.
   */
  runs?: number;
  /**
   * Copies that are wanted there and that a hold alone keeps from it. Absent: none, however few of those that it was given
   * are ready.
   */
  heldBack?: number;
  /**
   * Since when its state is what it is, in ms since the epoch, where the system itself tells. Absent: since it was seen to
   * change.
   */
  since?: number;
  /**
   * What the next derivation must remember of this one, for example that the target was once fully available since its
   * last change. Written only when it changes.
   */
  memory?: JsonObject;
}

/** What a placement was derived to. @public */
export interface DerivedPlacement {
  summary: PlacementSummary;
  /** As {@link DerivedTarget.since}, of the state of the summary. */
  since?: number;
  division?: Sentence;
  replicas: ReplicaCounts;
  targets: DerivedTarget[];
  /** Derive again at this time (ms since the epoch) even if no fact changes. */
  recheckAt?: number;
}

/** Everything `derive` may look at. @public */
export interface DeriveInput<
  TPlacement extends JsonObject = JsonObject,
  TPolicy extends JsonObject = JsonObject,
> {
  placement: PlacementFact<TPlacement>;
  /** Absent: the template is not (or no longer) known. */
  workload?: WorkloadFact;
  /** Override policies of the workload's namespace and cluster-scoped ones. */
  overrides: PolicyFact<TPolicy>[];
  /**
   * True: not all override policies could be read so far, so there may be others. No version may then be called known that
   * one of them could change.
   */
  overridesUnread?: boolean;
  /** Images by template generation of this incarnation, newest 20. */
  imagesByGeneration: ReadonlyMap<number, ArtifactVersion[]>;
  /** What the last derivation gave, if any. */
  previous?: DerivedPlacement;
  /** Milliseconds since the epoch. */
  now: number;
}

/** The key of a template. @public */
export function workloadKey(identity: {
  group: string;
  kind: string;
  namespace: string;
  name: string;
}): string {
  return `${identity.group}/${identity.kind}/${identity.namespace}/${identity.name}`;
}
