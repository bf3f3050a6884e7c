import type { InMemoryObjectStore } from '../apiserver/InMemoryObjectStore';
import type { PodTimings } from './PodTimings';

/** How a member answers: as usual, never, or by refusing connections. */
export type MemberState = 'ok' | 'hang' | 'refuse';

/** A member cluster: its own objects, and whether it can be reached. What runs in it goes on running either way. */
export interface MemberCluster {
  readonly name: string;
  readonly store: InMemoryObjectStore;
  readonly syncMode: 'Push' | 'Pull';
  /** May be changed while it runs: pods that start later take their time from here. */
  readonly timings: PodTimings;
  state: MemberState;
  /** For Pull members: whether the agent that reports to the control plane runs. */
  agentRuns: boolean;
  /** Whether the control plane can open connections to it; many Pull members lie behind a firewall. */
  reachable: boolean;
  /** Where the control plane would reach it: `127.0.0.1:6443`. */
  address: string;
}
