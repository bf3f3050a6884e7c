import {
  ActionResult,
  IdentityMode,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { Caller } from './DetailFacet';
import { DerivedRun, RunFact } from './runFacts';

/**
 * Deciding gates of a delivery tool.
 *
 * @remarks
 * Gates are observed with the runs they belong to (`RunsFacet`); this is the way back. The core authorises, audits and
 * repeats; a source maps the caller to a person of the tool by its own configuration, and refuses with
 * `needs-user-credential` who is not mapped.
 *
 * @public
 */
export interface GatesFacet {
  capabilities(): GateCapability[];

  /**
   * As whom the tool would see a person in whose name `decide` is asked, so that nobody votes whom it does not know or does not
   * list; undefined: as nobody. Absent: what the platform's configuration calls people in this source tells.
   */
  nameOf?(caller: Caller): string | undefined;

  /**
   * Reads a run and its gates from the tool now, for what must not rest on what was observed some seconds ago: before a
   * decision is sent, and before anything is sent again. Rejects when the tool cannot be read; `undefined`: it says that there
   * is no such run. Absent: only what was observed tells.
   */
  read?(request: ReadGateRequest): Promise<DerivedRun | undefined>;

  /**
   * Decides a gate, after reading it once more: refuses with `stale` when `version` is no longer the gate's, with
   * `gate-closed` when run or gate do not wait any more. Never rejects for what the tool says; rejects only when the signal
   * aborted before anything was sent.
   */
  decide(request: DecideRequest): Promise<ActionResult>;
}

/** {@inheritDoc GatesFacet.capabilities} @public */
export interface GateCapability {
  verdict: 'approve' | 'reject';
  available: boolean;
  reason?: Sentence;
  /** Best first. */
  identityModes: IdentityMode[];
  /**
   * What a repetition does: `none`: the tool counts a person once, however often it is told; `conditional`: it refuses what was
   * decided; `settle`: it may count twice, so nothing is sent again before the tool had the time to show the first.
   */
  repetition?: 'none' | 'conditional' | 'settle';
  /** True: the tool counts people, so that each vote is an effect of its own; else one decision is. */
  countsPeople?: boolean;
  /** `in-request`: it needs a credential that only the person's own request carries. */
  delivery: 'worker' | 'in-request';
}

/** {@inheritDoc GatesFacet.read} @public */
export interface ReadGateRequest {
  run: RunFact;
  /** What was derived of it last. */
  derived: DerivedRun;
  /** Milliseconds. */
  deadlineMs: number;
  signal: AbortSignal;
}

/** {@inheritDoc GatesFacet.decide} @public */
export interface DecideRequest {
  run: RunFact;
  gateId: string;
  /** `Gate.version` of what the person looked at. */
  version: string;
  verdict: 'approve' | 'reject';
  caller: Caller;
  comment?: string;
  /** Values for `Gate.inputs`, by name. */
  inputs?: Record<string, string>;
  /** Equal for repetitions of one decision of one person: a repetition returns the first result where the tool allows it. */
  idempotencyKey: string;
  /** The person's own credential at the tool, for `in-request` delivery; kept in memory alone. */
  userCredential?: string;
  /** Milliseconds. */
  deadlineMs: number;
  signal: AbortSignal;
}
