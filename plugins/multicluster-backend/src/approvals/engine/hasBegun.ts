import { StepRecord } from '../model/StepRecord';

/** Whether a step of a delivery had an effect, or may have: what is decided cannot be taken back any more. */
export function hasBegun(steps: readonly StepRecord[]): boolean {
  return steps.some(
    ({ state, sentAt }) =>
      state === 'sent' ||
      // It halted on its way.
      (state === 'halted' && sentAt !== undefined) ||
      state === 'ambiguous' ||
      state === 'observed' ||
      state === 'unproven',
  );
}
