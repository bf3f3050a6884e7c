import type { ApiServer } from '../ApiServer';

/** How a control plane reaches a member: its server in this process, or why it cannot be reached. */
export interface MemberRoute {
  server?: ApiServer;
  /** `unreachable`: connections are refused; `hung`: accepted and never answered. */
  state: 'reachable' | 'unreachable' | 'hung';
  /** Waited before each answer. */
  delayMs?: number;
  /** For the text of a refusal: `127.0.0.1:6443`. */
  address?: string;
}
