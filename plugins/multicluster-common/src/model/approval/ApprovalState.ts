/**
 * Where a request for approval stands.
 *
 * @remarks
 * `pending` collects votes; `held` has them and waits for a window, a time or the gate; `queued` is decided and can still be
 * recalled; `delivering` was taken up by a worker; `unknown`: whether the source took it is not known, and nothing is sent
 * before it was read; `halted`: a step cannot go on and somebody has to say how. The others are final: `applied` and
 * `rejected` were observed at the source; `external` was decided there by somebody else; `expired`, `superseded` and
 * `cancelled` are nobody's decision; `failed`: the source refused it for good.
 *
 * @public
 */
export type ApprovalState =
  | 'pending'
  | 'held'
  | 'queued'
  | 'delivering'
  | 'unknown'
  | 'halted'
  | 'applied'
  | 'rejected'
  | 'external'
  | 'expired'
  | 'superseded'
  | 'cancelled'
  | 'failed';

/** States that nothing leaves. @public */
export const finalApprovalStates: readonly ApprovalState[] = [
  'applied',
  'rejected',
  'external',
  'expired',
  'superseded',
  'cancelled',
  'failed',
];
