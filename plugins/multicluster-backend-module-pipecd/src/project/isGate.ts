import { RawStage } from '../wire/messages';

/** `model.ManualOperation` MANUAL_OPERATION_APPROVE. */
const APPROVE = 2;

/** Whether a stage waits for somebody's approval: by its name, or in v1 by its operation, as plugins name stages freely. @internal */
export function isGate(raw: RawStage): boolean {
  return (
    !raw.rollback &&
    (raw.name === 'WAIT_APPROVAL' || raw.available_operation === APPROVE)
  );
}
