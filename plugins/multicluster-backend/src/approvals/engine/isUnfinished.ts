import { StepRecord } from '../model/StepRecord';

const FINISHED: ReadonlySet<StepRecord['state']> = new Set([
  'observed',
  'unproven',
  'not-needed',
  'recalled',
  'failed',
]);

/** Whether something is still to come of a step. */
export function isUnfinished(step: Pick<StepRecord, 'state'>): boolean {
  return !FINISHED.has(step.state);
}
