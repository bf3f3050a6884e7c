import {
  ActionResult,
  IdentityMode,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { Caller } from './DetailFacet';
import { ClusterFact } from './facts';

/**
 * Whether a control plane places anything new on a cluster.
 *
 * @public
 */
export interface ClustersFacet {
  capabilities(): ClusterCapability[];

  /** Whether nothing new is placed on a cluster because somebody cordoned it. Pure. */
  isCordoned(cluster: ClusterFact): boolean;

  /**
   * Changes what only has to be changed, with the resourceVersion as precondition: `conflict` when it is another by then.
   * Never rejects for what the system says; rejects only when the signal aborted before anything was sent.
   */
  manage(request: ClusterActionRequest): Promise<ActionResult>;
}

/** @public */
export interface ClusterCapability {
  name: 'cordon' | 'uncordon';
  available: boolean;
  reason?: Sentence;
  /** Best first. */
  identityModes: IdentityMode[];
}

/** {@inheritDoc ClustersFacet.manage} @public */
export interface ClusterActionRequest {
  action: 'cordon' | 'uncordon';
  cluster: ClusterFact;
  caller: Caller;
  /** Only look at what would come of it: the server judges it and stores nothing. `precondition` of the result says what to send. */
  dryRun: boolean;
  /** resourceVersion; absent with `dryRun`. */
  precondition?: string;
  /** Milliseconds. */
  deadlineMs: number;
  signal: AbortSignal;
}
