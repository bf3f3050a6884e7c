import { IdentityMode } from '../IdentityMode';
import { Sentence } from '../Sentence';

/** Why an action was not done. Stable; clients and tests go by it. @public */
export type ActionCode =
  | 'not-authenticated'
  | 'not-approver'
  | 'not-permitted'
  | 'already-decided'
  | 'gate-closed'
  | 'window-closed'
  | 'stale'
  | 'conflict'
  | 'unsupported'
  | 'needs-user-credential'
  | 'upstream-unavailable'
  | 'invalid-input'
  | 'rate-limited'
  | 'not-found';

/**
 * What came of an action.
 *
 * @remarks
 * `applied`: its effect was seen. `requested`: the tool took it; the effect is seen in the run or never. `noop`: it was so
 * already. `refused`: the tool said no, with `code`. `ambiguous`: it is not known whether the tool took it; read before
 * anything is sent again. `failed`: it was certainly not taken.
 *
 * @public
 */
export interface ActionResult {
  outcome:
    | 'applied'
    | 'requested'
    | 'noop'
    | 'refused'
    | 'ambiguous'
    | 'failed';
  code?: ActionCode;
  sentence?: Sentence;
  /** As whom the tool saw it. */
  actedAs: { mode: IdentityMode; nativeId?: string };
  /** What the tool calls it, for example the id of a command. */
  providerRef?: string;
  /** What its subject is at, for a request that is to be done only while nothing changed. */
  precondition?: string;
  /** Whether the same request may be sent again. */
  retryable: boolean;
}
