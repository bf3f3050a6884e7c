import { GateLog } from '../native/GateLog';
import { PipecdStage } from '../native/PipecdRun';
import { RawStage } from '../wire/messages';
import { isGate } from './isGate';
import { splitNames } from './splitNames';

/**
 * Who may approve a stage and who did.
 *
 * @remarks
 * The list is read as the control plane reads it when it decides whom to let pass: operators of the stage, else the
 * `Approvers` of its metadata.
 *
 * @internal
 */
export function projectGate(
  raw: RawStage,
  learnt: Readonly<Record<string, GateLog>>,
): Pick<PipecdStage, 'gate' | 'approvers' | 'approvedBy' | 'log'> {
  if (!isGate(raw)) {
    return {};
  }
  const metadata = raw.metadata ?? {};
  const operators = raw.authorized_operators ?? [];
  const approved =
    metadata.ApprovedBy ?? metadata['pipecd/stage-approved-users'];
  const log =
    raw.name === 'WAIT_APPROVAL' && raw.id && Object.hasOwn(learnt, raw.id)
      ? learnt[raw.id]
      : undefined;
  return {
    gate: true,
    approvers:
      operators.length > 0 ? [...operators] : splitNames(metadata.Approvers),
    ...(approved && { approvedBy: splitNames(approved) }),
    ...(log && { log }),
  };
}
