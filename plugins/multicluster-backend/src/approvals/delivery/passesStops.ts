import { RequestRecord } from '../model/RequestRecord';
import { StepRecord } from '../model/StepRecord';
import { laneStepKey } from '../lanes/laneStepKey';

/**
 * Whether a step goes although the line is stopped: one that holds a lane again lets nothing out, and until it went a cluster takes
 * whatever is rendered for it. selectDueSteps says the same in SQL.
 */
export function passesStops(
  { kind }: Pick<RequestRecord, 'kind'>,
  { key }: Pick<StepRecord, 'key'>,
): boolean {
  return kind === 'lane' && laneStepKey.read(key).what === 'hold';
}
