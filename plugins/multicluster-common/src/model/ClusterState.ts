/**
 * State of a cluster as one control plane sees it. `unavailable`: its readiness could not be read at all, which is not
 * the same as not ready.
 *
 * @public
 */
export type ClusterState =
  | 'ready'
  | 'not-ready'
  | 'unreachable'
  | 'never-reported'
  | 'leaving'
  | 'unavailable';

/** A taint of a cluster. @public */
export interface ClusterTaint {
  key: string;
  value?: string;
  effect: string;
  /** ISO 8601. */
  timeAdded?: string;
}

/** Amounts in base units: CPU in millicores, memory in bytes, pods as a count. @public */
export interface ClusterCapacity {
  allocatable: ResourceAmounts;
  allocated: ResourceAmounts;
}

/** {@inheritDoc ClusterCapacity} @public */
export interface ResourceAmounts {
  cpu?: number;
  memory?: number;
  pods?: number;
}
