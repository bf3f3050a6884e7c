/**
 * What identifies a workload for good: the same tuple after a delete and a re-create is the same workload in a new
 * incarnation.
 *
 * @public
 */
export interface WorkloadIdentity {
  /** Configured name of the source. */
  controlPlane: string;
  /** API group, empty for the core group. */
  group: string;
  kind: string;
  /** Empty for cluster-scoped objects. */
  namespace: string;
  name: string;
}

/** An image, taken apart. @public */
export interface ArtifactVersion {
  container: string;
  image: string;
  /** What to show: the tag, else a short digest. */
  version: string;
  /** `sha256:…` when the reference carries one. */
  digest?: string;
}

/**
 * How sure we are of the version of a target: `overridden` where an override may have changed it and the rendered
 * manifest was not read, `unknown` where nobody can know it.
 *
 * @public
 */
export type VersionKnowledge = 'known' | 'overridden' | 'unknown';

/** The policy that placed a workload. @public */
export interface PolicyRef {
  kind: string;
  namespace: string;
  name: string;
}
