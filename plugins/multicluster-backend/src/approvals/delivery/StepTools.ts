import { Failpoint } from '../engine/Failpoint';
import { AdapterCaller } from './AdapterCaller';
import { DeliveryTiming } from './DeliveryTiming';
import { StepBook } from './StepBook';
import { StepEnds } from './StepEnds';
import { StepHold } from './StepHold';

/** What a worker has at hand for a step. */
export interface StepTools {
  caller: AdapterCaller;
  book: StepBook;
  ends: StepEnds;
  timing: DeliveryTiming;
  failpoint: Failpoint;
  /** Called when the source took a step. */
  delivered?: (hold: StepHold) => void;
}
