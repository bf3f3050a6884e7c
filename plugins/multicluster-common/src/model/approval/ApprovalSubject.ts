/**
 * What is decided about, exactly. Votes carry its digest and count only while it is unchanged.
 *
 * @remarks
 * A part that cannot be known is `null` with the reason in `unknown`, never left out: a digest over less must not look like
 * one over more. Lists are sorted, so that equal content has one digest.
 *
 * @public
 */
export interface ApprovalSubject {
  /** Form of it: 1. A digest over another form is another digest. */
  v: number;
  kind: ApprovalKind;
  /** Configured name of the source. */
  source: string;
  /** A run of a pipeline, or the policy of a lane. */
  run: { key: string; pipelineKey: string } | null;
  gate: string | null;
  lane: { policy: string; clusters: string[] } | null;
  commit: string | null;
  images: SubjectImage[] | null;
  /** Names of clusters, or of deploy targets where no cluster is known. */
  targets: string[] | null;
  /** SHA-256 of everything rendered for a cluster, by cluster. */
  manifests: Record<string, string> | null;
  /** Of the policy by which it is decided. */
  policyHash: string;
  /** Why a part is `null`, by the name of the part; a stable code such as `not-reported`. */
  unknown: Record<string, string>;
}

/** An image of a subject. @public */
export interface SubjectImage {
  name: string;
  version: string;
  /** Absent content: the tag names none by itself and nobody reported an id. */
  digest: string | null;
  /** True: the version is a tag that can be moved, such as `latest`. */
  unpinned: boolean;
}

/** `gate`: a stage that a tool waits at; `pull`: a stage that asks the portal; `lane`: dispatch that a control plane holds. @public */
export type ApprovalKind = 'gate' | 'pull' | 'lane';
