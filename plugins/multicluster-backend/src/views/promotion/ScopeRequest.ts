import { WindowState } from '@fairway/backstage-plugin-multicluster-common';

/** A request for approval about an entity that nobody has taken up yet, as the rules look at it. */
export interface ScopeRequest {
  id: string;
  kind: 'gate' | 'pull' | 'lane';
  /** `held`: it is approved, and waits for a window, a time or its gate. */
  state: 'pending' | 'held';
  /** Names of the environments that it would reach. */
  environments: string[];
  /** What asks: the title of the gate, or of the request. */
  title: string;
  /** Of a gate of the tool: how the tool calls run and gate. */
  runKey?: string;
  gateId?: string;
  /** False: it is decided in the tool, and no window of the portal keeps anything back. */
  delivered: boolean;
  /** Approvals that count. */
  received: number;
  /** How many are needed, where the policy asks for a number of people and nothing else. */
  needed?: number;
  /** Of the policy that it was opened by. */
  window: WindowState;
}
