import {
  IdentityMode,
  PerCluster,
  Pod,
  RenderedTarget,
  Sentence,
  WorkloadEvent,
} from '@fairway/backstage-plugin-multicluster-common';
import { PlacementFact, WorkloadFact } from './facts';

/**
 * Reads on demand, for the one thing on screen.
 *
 * @remarks
 * Each cluster has its own deadline and its own error; one that hangs or refuses never delays or empties the others. The
 * core coalesces and caches, so an implementation keeps nothing.
 *
 * @public
 */
export interface DetailFacet {
  /** What can be read, and as whom. */
  capabilities(): DetailCapability[];
  pods(request: DetailRequest): Promise<PerCluster<Pod>[]>;
  events(request: DetailRequest): Promise<PerCluster<WorkloadEvent>[]>;
  /** What each cluster was really sent. */
  rendered(request: DetailRequest): Promise<PerCluster<RenderedTarget>[]>;
  /** What each cluster has now, read as the person who asks; no item where the cluster itself says that it has none. */
  live(request: DetailRequest): Promise<PerCluster<LiveObject>[]>;
  /**
   * Follows or reads a log. Rejects before the first line when refused, with a NotAllowedError, NotFoundError or
   * ServiceUnavailableError whose message names who refused.
   */
  log(request: DetailLogRequest): Promise<AsyncIterable<DetailLogLine>>;
}

/** {@inheritDoc DetailFacet} @public */
export interface DetailCapability {
  name: 'pods' | 'events' | 'rendered' | 'live' | 'logs';
  available: boolean;
  reason?: Sentence;
  identityMode: IdentityMode;
}

/** An object as a cluster has it. @public */
export interface LiveObject {
  /** YAML in which it can be compared with what was sent, see manifestText; no values of secrets. Absent: it is too large. */
  manifest?: string;
}

/** Who asks, as the portal knows them. The source maps this to an identity of its own by configuration. @public */
export interface Caller {
  userEntityRef: string;
  ownershipEntityRefs: string[];
  /** From the User entity's profile in the catalog. */
  email?: string;
}

/** What to read. @public */
export interface DetailRequest {
  caller: Caller;
  workload: Pick<
    WorkloadFact,
    'group' | 'version' | 'kind' | 'namespace' | 'name'
  >;
  placement?: PlacementFact;
  /** Names of clusters within the source. */
  clusters: string[];
  /** Milliseconds each cluster gets. */
  deadlineMs: number;
  signal: AbortSignal;
}

/** Which log to read. @public */
export interface DetailLogRequest extends Omit<DetailRequest, 'clusters'> {
  cluster: string;
  pod: string;
  container?: string;
  follow: boolean;
  previous: boolean;
  tailLines: number;
}

/** {@inheritDoc DetailFacet} @public */
export interface DetailLogLine {
  /** ISO 8601, when the source gives one. */
  time?: string;
  text: string;
}
