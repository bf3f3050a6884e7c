import { GateLog } from '../native/GateLog';

/**
 * What is known of a gate after another reading of its log.
 *
 * @remarks
 * A killed piped loses lines that were served already. An approval that was counted once is counted again afterwards (v0 keeps
 * it in metadata, v1 reads its commands again), so that what was learnt stays.
 *
 * @internal
 */
export function mergeGateLog(
  before: GateLog | undefined,
  read: GateLog,
): GateLog {
  if (!before) {
    return read;
  }
  const known = new Set(before.approvals.map(({ name }) => name));
  return {
    ...before,
    ...read,
    approvals: [
      ...before.approvals,
      ...read.approvals.filter(({ name }) => !known.has(name)),
    ],
  };
}
