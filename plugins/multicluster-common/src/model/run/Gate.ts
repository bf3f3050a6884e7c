import { Sentence } from '../Sentence';
import { IdentityMode } from '../IdentityMode';
import { Actor } from './Actor';
import { InputParameter } from './InputParameter';

/**
 * Where a gate stands. `orphaned`: its run is over or going back, so that deciding has no effect; `expired`: time ran out;
 * `cancelled`: it went with its run or with whoever ran it, and nobody decided.
 *
 * @public
 */
export type GateState =
  | 'upcoming'
  | 'pending'
  | 'approved'
  | 'rejected'
  | 'expired'
  | 'orphaned'
  | 'cancelled'
  | 'skipped'
  | 'unknown';

/**
 * What keeps people from going around a gate: `enforced` by the system, `cooperative` (the team can take it out of its own
 * repository), or only `observed`.
 *
 * @public
 */
export type GateEnforcement = 'enforced' | 'cooperative' | 'observed';

/** Who may decide. @public */
export interface Approver {
  /** As the tool names them. */
  nativeId: string;
  kind: 'user' | 'group' | 'role';
}

/**
 * How many decisions are needed. `n` is absent where the tool does not say: show "2 approvals", never "2 of 1".
 *
 * @public
 */
export interface Quorum {
  kind: 'n-of' | 'any' | 'all' | 'none-declared';
  n?: number;
  received: number;
}

/** What somebody decided at the tool. @public */
export interface Decision {
  actor: Actor;
  verdict: 'approved' | 'rejected' | 'skipped';
  /** The group for which they decided, where the tool counts groups. */
  viaGroup?: string;
  /** ISO 8601, when the tool says. */
  at?: string;
  message?: string;
  /** False: the tool counted somebody who is not on its list. Flagged, never shown as well. */
  listed: boolean;
}

/** A point where somebody or something has to decide before a run goes on. @public */
export interface Gate {
  /** Unique within its run. */
  id: string;
  /** The stage it is, or stands before. */
  stageId?: string;
  state: GateState;
  /**
   * Names this very opening of the gate: an action carries it and is refused when the gate has another one by then, so that
   * a double click cannot decide the next gate.
   */
  version: string;
  title: string;
  description?: string;
  /** Empty with `anyone`: whoever the tool gives the right. */
  approvers: Approver[];
  anyone: boolean;
  quorum: Quorum;
  decisions: Decision[];
  /** ISO 8601. */
  openedAt?: string;
  /** ISO 8601. */
  closedAt?: string;
  /** ISO 8601. */
  expiresAt?: string;
  /** True: no API states the deadline; it is the tool's default, counted from the last report that the gate is open. */
  expiryAssumed?: boolean;
  enforcement: GateEnforcement;
  /** Ways to decide it, best first; `deep-link` alone: in the tool. */
  identityModes: IdentityMode[];
  /** True only while the run and the stage are both waiting for a decision: a decision would have an effect now. */
  actionable: boolean;
  /** What is waited for, or how it ended. */
  sentence: Sentence;
  /** What whoever decides may say beside yes or no; absent: nothing. */
  inputs?: InputParameter[];
  /** Where the tool decides it. */
  url?: string;
  /** The open request for approval of this gate. Added where gates are shown; a source never sets it. */
  requestId?: string;
}
