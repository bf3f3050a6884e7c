import { isUnfinished } from '../engine/isUnfinished';
import { StepRecord } from '../model/StepRecord';

/** Whether of a delivery whose next step is at hand nothing else is to come: when that is over, so is all of it. */
export function isLastStep(steps: readonly StepRecord[]): boolean {
  return steps.filter(isUnfinished).length <= 1;
}
